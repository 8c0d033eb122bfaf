package dev.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private static final String KEY = "my-own-key-1234";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page=2&page_size=10                        | page=2&page_size=10
            after=2026-03-01T00%3A00%3A00Z             | after=2026-03-01T00%3A00%3A00Z
            webhook=http%3A%2F%2Fu:p%40a.test%2Fh%3Fx=1 | webhook=http://a.test/h?***
            webhook=http://a.test:81/h                 | webhook=http://a.test:81/h
            api_key=abc&page=1                         | api_key=***&page=1
            access_token=abc                           | access_token=***
            x=0123456789abcdef                         | x=***
            x=two%20words                              | x=***
            my-own-key-1234                            | ***
            a=my-own-key-1234                          | a=***
            webhook=%zz                                | webhook=***
            """)
    void aQueryKeepsOnlyWhatIsPlain(String query, String kept) {
        assertThat(Redaction.query(query, KEY)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            read http://u:p@a.test/b.mp4?t=1#x now | read http://a.test/b.mp4?*** now
            data:video/mp4;base64,AAAA was read    | data:*** was read
            sent Bearer abcdef                     | sent ***
            with sk-0123456789                     | with ***
            my-own-key-1234 is unknown             | *** is unknown
            nothing here: at all                   | nothing here: at all
            """)
    void aTextLosesCredentialsDataAndTheSecretPartsOfUrls(String text, String kept) {
        assertThat(Redaction.text(text, KEY)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "/media/0123456789abcdef/uploads/00/private.name.mp4, /media/0123456789abcdef/uploads/00/***.mp4",
        "/media/0123456789abcdef/predictions/00/1.mp4, /media/0123456789abcdef/predictions/00/1.mp4",
        "/api/v3/my-own-key-1234, /api/v3/***"
    })
    void aPathLosesNamesOfUploads(String path, String kept) {
        assertThat(Redaction.path(path, KEY)).isEqualTo(kept);
    }
}
