# Builds and runs Understudy; nothing of the build stays in the image but a trimmed Java runtime and one jar.
#   docker build -t understudy . && docker run --rm -p 8080:8080 understudy
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends maven openjdk-17-jdk-headless \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -q -B -pl emulator -am -DskipTests package
RUN jlink --add-modules java.base,java.logging,java.management,java.naming,java.net.http,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.unsupported \
      --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2 --output /runtime \
 && /runtime/bin/java -Xshare:dump

FROM ${BASE}
LABEL org.opencontainers.image.title="Understudy" \
      org.opencontainers.image.description="A local stand-in for the Sora 2 Characters API" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /runtime /opt/java
COPY --from=build /src/emulator/target/understudy.jar /opt/understudy/understudy.jar
# Inside a container loopback reaches nobody; publish the port only where it may be seen.
ENV UNDERSTUDY_HOST=0.0.0.0
# A number, so that a cluster can see that it is not root. Any other will do: only the temporary directory is written.
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
# No shell and no curl: the jar asks the port it was configured with.
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["/opt/java/bin/java", "-XX:TieredStopAtLevel=1", "-jar", "/opt/understudy/understudy.jar", "health"]
ENTRYPOINT ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-jar", "/opt/understudy/understudy.jar"]
