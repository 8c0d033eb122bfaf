package dev.understudy.benchmarks;

/** What a template of a peer answers: as long as what Understudy does. */
final class Answers {

    private Answers() {}

    static String text(String base, String id, String status) {
        String outputs = status.equals("completed") ? "\"" + base + "/media/" + id + "/0.mp4\"" : "";
        return "{\"code\":200,\"message\":\"success\",\"data\":{\"id\":\"" + id
                + "\",\"model\":\"openai/sora-2/characters\",\"outputs\":[" + outputs + "],\"urls\":{\"get\":\"" + base
                + "/api/v3/predictions/" + id + "/result\"},\"status\":\"" + status
                + "\",\"created_at\":\"2026-01-01T00:00:00.000Z\",\"error\":\"\",\"executionTime\":0}}";
    }
}
