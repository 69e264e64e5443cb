-- Signs up somebody new each time.
local form = "firstName=Rae&from=&campaign=&email=new-" .. os.getenv("BENCH_RUN") .. "-"
local n = 0
request = function()
  n = n + 1
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Sec-Fetch-Site"] = "same-origin",
    ["User-Agent"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) reader/" .. (n % 1000),
  }, form .. n .. "%40example.org")
end
