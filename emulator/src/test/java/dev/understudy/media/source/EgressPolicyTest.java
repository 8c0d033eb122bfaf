package dev.understudy.media.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.Egress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way known to us of naming an address that must not be reached, in every mode. */
class EgressPolicyTest {

    private static final Map<String, String> NAMES = Map.of(
            "rebind.test", "169.254.169.254",
            "six.test", "fd00:ec2::254",
            "mixed.test", "10.0.0.1,169.254.169.254",
            "local.test", "192.168.1.7",
            "public.test", "93.184.216.34",
            "half.test", "10.0.0.1,93.184.216.34",
            "www.example.com", "93.184.216.34",
            "metadata.example.com", "169.254.169.254",
            "0xa9fea9fe", "169.254.169.254");

    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.170.2/",
                "http://user:password@169.254.169.254/",
                "http://10.0.0.1@169.254.169.254/",
                "http://2852039166/",
                "http://0xa9fea9fe/",
                "http://[::ffff:169.254.169.254]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[::169.254.169.254]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b:1::a9fe:a9fe]/",
                "http://[2002:a9fe:a9fe::1]/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fd00:0ec2:0:0::0254]/",
                "http://[fd20:ce::254]/",
                "http://[ff02::1]/",
                "http://[::]/",
                "http://0.0.0.0/",
                "http://0/",
                "http://0.1.2.3/",
                "http://255.255.255.255/",
                "http://224.0.0.1/",
                "http://100.100.100.200/",
                "http://192.0.0.192/",
                "http://168.63.129.16/",
                "http://METADATA.google.internal/",
                "http://metadata.google.internal./",
                "http://metadata/",
                "http://rebind.test/",
                "http://REBIND.test./",
                "http://six.test/",
                "http://mixed.test/"
            })
    void metadataAndItsLikeAreRefusedInEveryModeButNone(String url) {
        for (Egress mode : List.of(Egress.PRIVATE, Egress.ANY)) {
            assertThat(policy(mode).judge(URI.create(url))).as("%s", mode).isInstanceOf(EgressPolicy.Refuse.class);
        }
        assertThat(policy(Egress.NONE).judge(URI.create(url))).isNotInstanceOf(EgressPolicy.Fetch.class);
    }

    @Test
    void aPublicNameWithSuchAnAddressIsRefusedWhereItMayBeAskedFor() {
        String url = "http://metadata.example.com/";
        assertThat(policy(Egress.ANY).judge(URI.create(url))).isInstanceOf(EgressPolicy.Refuse.class);
        assertThat(new EgressPolicy(Egress.NONE, List.of(URI.create(url).getHost()), this::resolve)
                        .judge(URI.create(url)))
                .isInstanceOf(EgressPolicy.Refuse.class);
        assertThat(policy(Egress.PRIVATE).judge(URI.create(url))).isInstanceOf(EgressPolicy.Assume.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://public.test/, 1",
        "http://half.test/, 1",
        "http://93.184.216.34/, 1",
        "http://1572395042/, 1",
        "http://[2606:2800:220:1::1]/, 1",
        "http://127.0.0.1@www.example.com/, 0",
        "http://localhost.example.com/, 0",
        "http://127.0.0.1.nip.io/, 0",
        "http://xn--mgbh0fb.example/, 0",
    })
    void publicAddressesAreNotReachedInPrivateAndPublicNamesNotEvenLookedUp(String url, int lookups) {
        assertThat(policy(Egress.PRIVATE).judge(URI.create(url))).isInstanceOf(EgressPolicy.Assume.class);
        assertThat(asked.stream().filter(NAMES::containsKey)).hasSizeLessThanOrEqualTo(lookups);
        if (lookups == 0) {
            assertThat(asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://2130706433/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://[fd12::1]/",
                "http://local.test/"
            })
    void loopbackAndPrivateAddressesAreWhatPrivateIsFor(String url) {
        assertThat(policy(Egress.PRIVATE).judge(URI.create(url))).isInstanceOf(EgressPolicy.Fetch.class);
        assertThat(policy(Egress.NONE).judge(URI.create(url))).isInstanceOf(EgressPolicy.Assume.class);
        assertThat(asked).isNotEmpty();
    }

    @Test
    void aNameThatMovesBetweenTheCheckAndTheAnswerIsFoundOut() throws Exception {
        Queue<String> addresses = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254"));
        EgressPolicy policy = new EgressPolicy(
                Egress.PRIVATE, List.of(), host -> new InetAddress[] {InetAddress.getByName(addresses.remove())});
        URI uri = URI.create("http://rebound.test/");

        assertThat(policy.objection(uri)).isEmpty();
        assertThat(policy.objection(uri)).isPresent();
    }

    private EgressPolicy policy(Egress mode) {
        return new EgressPolicy(mode, List.of(), this::resolve);
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        asked.add(host);
        List<InetAddress> found = new ArrayList<>();
        for (String address : NAMES.getOrDefault(host, host).split(",")) {
            found.add(InetAddress.getByName(address));
        }
        return found.toArray(InetAddress[]::new);
    }
}
