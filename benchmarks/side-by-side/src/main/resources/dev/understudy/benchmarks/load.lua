-- What wrk sends: "submit BODY KEY", or "poll FILE" where each line of the file is a job's id and its key.
-- A path may follow, for another API than WaveSpeed's; in that of a poll, @ID@ stands for the job's id.
local lines, before, between, after = {}, nil, nil, nil

function init(args)
  wrk.headers["Content-Type"] = "application/json"
  if args[1] == "submit" then
    wrk.headers["Authorization"] = "Bearer " .. args[3]
    before = wrk.format("POST", args[4] or "/api/v3/openai/sora-2/characters", nil, args[2])
  else
    wrk.headers["Authorization"] = "Bearer @KEY@"
    local template = wrk.format("GET", args[3] or "/api/v3/predictions/@ID@/result")
    local first, ends = template:find("@ID@", 1, true)
    local second, close = template:find("@KEY@", 1, true)
    before, between, after = template:sub(1, first - 1), template:sub(ends + 1, second - 1), template:sub(close + 1)
    for line in io.lines(args[2]) do
      local space = line:find(" ", 1, true)
      lines[#lines + 1] = { line:sub(1, space - 1), line:sub(space + 1) }
    end
  end
end

function request()
  if not between then
    return before
  end
  local line = lines[math.random(#lines)]
  return before .. line[1] .. between .. line[2] .. after
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), e.status, e.connect + e.read + e.write + e.timeout))
end
