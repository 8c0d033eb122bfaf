package dev.understudy.control;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.Fired;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.time.ClockMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reading, setting and pushing a sandbox's clock, and asking for the steps of jobs that time does not move. */
final class ClockCalls {

    private static final String CLOCK = "/__understudy/clock";

    private ClockCalls() {}

    static List<Operation> operations() {
        return List.of(
                Operation.get("control.clock", CLOCK, ClockCalls::show),
                blocking("control.clock.set", CLOCK, Operation.Body.IN_MEMORY, ClockCalls::set),
                blocking("control.clock.advance", CLOCK + "/advance", Operation.Body.IN_MEMORY, ClockCalls::advance),
                blocking("control.step.all", "/__understudy/step", Operation.Body.NONE, ClockCalls::stepAll),
                blocking("control.step", "/__understudy/predictions/{id}/step", Operation.Body.NONE, ClockCalls::step));
    }

    // They wait for clips to be read and webhooks to be answered.
    private static Operation blocking(String name, String path, Operation.Body body, Operation.Handler handler) {
        return Operation.blocking(name, "POST", path, body, handler);
    }

    private static Reply show(Call call) {
        return reply(call.sandbox(), Optional.empty());
    }

    private static Reply set(Call call) {
        Body body = Body.of(call, "mode", "now", "scale");
        Optional<ClockMode> mode = mode(body);
        Optional<Instant> now = body.instant("now");
        Sandbox sandbox = call.sandbox();
        if (now.isEmpty()) {
            sandbox.time().run(mode.orElseThrow(() -> Refused.field("mode", "mode or now must be given")));
        }
        return reply(sandbox, now.map(time -> sandbox.time().set(time, mode)));
    }

    private static Optional<ClockMode> mode(Body body) {
        Optional<String> word = body.choice("mode", ClockMode.WORDS);
        boolean scaled = word.filter("scaled"::equals).isPresent();
        Optional<BigDecimal> scale = body.number("scale");
        if (scaled != scale.isPresent()) {
            throw Refused.field(
                    "scale", scaled ? "a scaled clock needs a scale, such as 60" : "only a scaled clock takes a scale");
        }
        try {
            return word.map(
                    mode -> ClockMode.of(mode, scale.orElse(BigDecimal.ONE).doubleValue()));
        } catch (IllegalArgumentException e) {
            throw Refused.field("scale", e.getMessage());
        }
    }

    private static Reply advance(Call call) {
        Body body = Body.of(call, "by", "to");
        Optional<Duration> by = body.duration("by");
        Optional<Instant> to = body.instant("to");
        if (by.isPresent() == to.isPresent()) {
            throw Refused.field("by", "either by or to must be given: a length of time such as PT2M, or a time");
        }
        Sandbox sandbox = call.sandbox();
        return reply(sandbox, by.map(sandbox.time()::advance).or(() -> to.map(sandbox.time()::advanceTo)));
    }

    private static Reply step(Call call) {
        Sandbox sandbox = call.sandbox();
        return reply(
                sandbox,
                Optional.of(sandbox.time().step(JobIds.plain(call.request().variable("id")))));
    }

    private static Reply stepAll(Call call) {
        Sandbox sandbox = call.sandbox();
        return reply(sandbox, Optional.of(sandbox.time().stepAll()));
    }

    private static Reply reply(Sandbox sandbox, Optional<Fired> fired) {
        return Reply.json(200, ClockJson.write(sandbox.clock(), fired));
    }
}
