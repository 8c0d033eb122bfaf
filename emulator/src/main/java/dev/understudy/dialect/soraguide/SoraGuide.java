package dev.understudy.dialect.soraguide;

import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.settings.SoraGuideRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The API of a widespread guide to characters, {@code /v1/sora/…}, which the maker of the model never served, together
 * with the path under which proxies really serve it, {@code /sora/v1/…}.
 */
public final class SoraGuide implements Dialect {

    /** The word for this provider in the names of its models. */
    static final String PROVIDER = "soraguide";

    private static final List<String> PREFIXES = List.of("/v1/sora/", "/sora/v1/");

    private final Sandboxes sandboxes;
    private final SoraGuideRules rules;

    /** @param rules what is asked of the part of a clip that makes a character */
    public SoraGuide(Sandboxes sandboxes, SoraGuideRules rules) {
        this.sandboxes = sandboxes;
        this.rules = rules;
    }

    @Override
    public List<Operation> operations() {
        Characters characters = new Characters(rules);
        Generations generations = new Generations();
        return PREFIXES.stream()
                .flatMap(prefix -> Stream.of(
                        Operation.post("soraguide.character.submit", prefix + "characters", ours(characters::create)),
                        Operation.get("soraguide.character", prefix + "characters/{id}", up(characters::get)),
                        Operation.post("soraguide.submit", prefix + "generations", ours(generations::create)),
                        Operation.get("soraguide.result", prefix + "generations/{id}", ours(generations::get))))
                .toList();
    }

    @Override
    public List<String> prefixes() {
        return PREFIXES;
    }

    @Override
    public Optional<Sandbox> sandbox(Request request) {
        String key = request.bearerToken()
                .orElseThrow(() -> new Refused(
                        Refused.Reason.UNAUTHORIZED,
                        "send the header 'Authorization: Bearer KEY'; any non-empty key will do"));
        return Optional.of(sandboxes.of(key));
    }

    @Override
    public Reply refuse(Refused refused) {
        return Errors.render(refused);
    }

    private static Operation.Handler up(Operation.Handler handler) {
        return ours(call -> {
            call.sandbox().admit(call.visit());
            return handler.handle(call);
        });
    }

    /** @param handler has the call admitted itself, when it knows what it is about */
    private static Operation.Handler ours(Operation.Handler handler) {
        return call -> {
            try {
                return handler.handle(call);
            } finally {
                call.sandbox().strikeWire(call.visit());
            }
        };
    }
}
