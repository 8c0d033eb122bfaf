package dev.understudy.cli;

import dev.understudy.settings.Setting;

/** The help text, made from the table of settings. */
final class Help {

    private Help() {}

    static String text() {
        StringBuilder text = new StringBuilder("""
                understudy: a local stand-in for the Sora 2 Characters API

                  understudy [serve] [--flag value ...]   serve until stopped
                  understudy health [--flag value ...]    ask a running server whether it is ready; exits 0 or 1
                  understudy --version | --help

                Every flag can be given as an environment variable instead; the flag wins.

                """);
        for (Setting setting : Setting.values()) {
            text.append("  --%s %s%n      %s%n      %s, default: %s%n"
                    .formatted(
                            setting.flag(),
                            setting.form(),
                            setting.about(),
                            setting.variable(),
                            setting.byDefault().isEmpty() ? "none" : setting.byDefault()));
        }
        return text.toString().stripTrailing();
    }
}
