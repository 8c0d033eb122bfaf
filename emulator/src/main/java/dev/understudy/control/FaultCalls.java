package dev.understudy.control;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.PathPattern;
import dev.understudy.dialect.Reply;
import dev.understudy.fault.Account;
import dev.understudy.fault.Playbook;
import dev.understudy.fault.Profile;
import dev.understudy.fault.RuleException;
import dev.understudy.fault.RuleReader;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;

/** Scripting what goes wrong in a sandbox, reading the accounts of it, and choosing a profile. */
final class FaultCalls {

    private static final String FAULTS = "/__understudy/faults";
    private static final String PROFILE = "/__understudy/profile";

    private FaultCalls() {}

    static List<Operation> operations() {
        return List.of(
                Operation.get("control.faults", FAULTS, FaultCalls::accounts),
                Operation.post("control.faults.add", FAULTS, FaultCalls::add),
                Operation.delete("control.faults.clear", FAULTS, FaultCalls::clear),
                Operation.get("control.faults.kinds", FAULTS + "/kinds", call -> Reply.json(200, FaultJson.kinds())),
                Operation.delete("control.faults.remove", FAULTS + "/{id}", FaultCalls::remove),
                Operation.get("control.profiles", "/__understudy/profiles", FaultCalls::profiles),
                Operation.get("control.profile", PROFILE, FaultCalls::profile),
                new Operation(
                        "control.profile.choose",
                        "PUT",
                        PathPattern.of(PROFILE),
                        Operation.Body.IN_MEMORY,
                        false,
                        FaultCalls::choose));
    }

    private static Reply accounts(Call call) {
        return reply(call.sandbox().playbook().accounts(now(call)));
    }

    private static Reply add(Call call) {
        Object rules = Body.of(call, "rules").fields().get("rules");
        try {
            return reply(call.sandbox().playbook().add(RuleReader.readAll(rules), now(call)));
        } catch (RuleException e) {
            throw Refused.of(e);
        }
    }

    private static Reply clear(Call call) {
        call.sandbox().playbook().clear();
        return Reply.empty(204);
    }

    private static Reply remove(Call call) {
        if (!call.sandbox().playbook().remove(call.request().variable("id"))) {
            throw new Refused(Refused.Reason.NO_SUCH_ROUTE, "there is no such rule in this sandbox");
        }
        return Reply.empty(204);
    }

    private static Reply profiles(Call call) {
        List<Profile> profiles = call.sandbox().profiles();
        return Reply.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("profiles");
            for (Profile profile : profiles) {
                FaultJson.profile(json, profile);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static Reply profile(Call call) {
        Playbook playbook = call.sandbox().playbook();
        return Reply.json(200, FaultJson.profileInUse(playbook.profile(), playbook.profileAccounts(now(call))));
    }

    // By name only: a caller from elsewhere is not to have files of this machine read.
    private static Reply choose(Call call) {
        String name = Body.of(call, "name").requiredText("name");
        Sandbox sandbox = call.sandbox();
        List<Profile> profiles = sandbox.profiles();
        sandbox.playbook()
                .profile(profiles.stream()
                        .filter(profile -> profile.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Refused.choice(
                                "name",
                                name,
                                profiles.stream().map(Profile::name).toList())));
        return profile(call);
    }

    private static Reply reply(List<Account> accounts) {
        return Reply.json(200, FaultJson.accounts(accounts));
    }

    private static Instant now(Call call) {
        return call.sandbox().clock().instant();
    }
}
