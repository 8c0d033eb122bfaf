package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WithoutBeansTest {

    @Test
    void noBeanServerIsMadeAndNoLocalesAreLookedUpUntilTheServerIsReady(@TempDir Path folder) throws Exception {
        Path loaded = folder.resolve("loaded");
        Process server = Program.with("--port", "0")
                .variable("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG -Xlog:class+load:file=" + loaded)
                .start();
        try {
            assertThat(server.inputReader().readLine()).matches("\\p{ASCII}+ready on\\p{ASCII}+");
            assertThat(loaded)
                    .content()
                    .contains(" dev.understudy.http.Server ")
                    .doesNotContain(
                            " com.sun.jmx.mbeanserver.JmxMBeanServer ", " sun.util.cldr.CLDRLocaleProviderAdapter ");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aServerHasNoBeansOfItsOwnAndThoseOfItsJvmAreThereForWhoeverAsks() throws Exception {
        Process server = Program.with("--port", "0").start();
        try {
            server.inputReader().readLine();
            VirtualMachine machine = VirtualMachine.attach(Long.toString(server.pid()));
            try (JMXConnector asking =
                    JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
                assertThat(asking.getMBeanServerConnection().queryNames(null, null))
                        .contains(new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME))
                        .noneMatch(bean -> bean.getDomain().contains("xnio"));
            } finally {
                machine.detach();
            }
        } finally {
            server.destroyForcibly();
        }
    }
}
