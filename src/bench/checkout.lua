-- Pays for the tripwire with its bump, each time on another reader's way.
local n = tonumber(os.getenv("BENCH_FIRST"))
request = function()
  n = n + 1
  return wrk.format("POST", "/r/" .. string.format("%022d", n) .. "/checkout/" .. os.getenv("BENCH_STEP"), {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Sec-Fetch-Site"] = "same-origin",
  }, "email=reader-" .. (n - 1) % 100000 + 1 .. "%40example.org&name=Rae+Reader&bump=yes&number=4242424242424242&expiry=12%2F40&cvc=123")
end
