-- A thousand different phones ask, so that visitors are counted and not just recognised.
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", nil, { ["User-Agent"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) reader/" .. (n % 1000) })
end
