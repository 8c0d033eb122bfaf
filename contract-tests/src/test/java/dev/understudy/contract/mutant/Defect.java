package dev.understudy.contract.mutant;

/** One way in which an imitation may be wrong. */
@FunctionalInterface
interface Defect {
    Reply damage(Reply reply, Asked asked);

    /** What reaches the emulator in place of what was asked. */
    default Asked forwarded(Asked asked) {
        return asked;
    }

    static Defect none() {
        return (reply, asked) -> reply;
    }

    /** Fails at what is not found, and repeats the caller's key in the message. */
    static Defect tellsTheKey() {
        return (reply, asked) -> reply.status() == 404
                ? reply.with(500, "{\"code\":500,\"message\":\"Nothing for " + asked.authorization() + "\"}")
                : reply;
    }
}
