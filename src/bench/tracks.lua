-- Readers open mails or follow their links: each request is another reader's message, and thousands of phones ask.
local codes = {}
for code in io.lines(os.getenv("BENCH_CODES")) do codes[#codes + 1] = code end
local before = os.getenv("BENCH_PATH")
local n = math.floor(os.time() * 7919) % #codes
request = function()
  n = n + 1
  return wrk.format("GET", before .. codes[n % #codes + 1], { ["User-Agent"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) reader/" .. (n % 1000) })
end
