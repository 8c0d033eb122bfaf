package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WithoutBeansTest {

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
