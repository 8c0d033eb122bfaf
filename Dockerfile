# Builds and runs Understudy. What stays in the image is a trimmed Java runtime, the jar, its bill of materials, and a cache
# of loaded classes. For linux/amd64 and linux/arm64.
#   docker build -t understudy . && docker run --rm -p 8080:8080 understudy
ARG BASE=debian:bookworm-slim
ARG MAVEN=maven:3.9-eclipse-temurin-17
ARG JDK=eclipse-temurin:25-jdk

# The jar is the same everywhere, so it is made as what the building machine is. The others say what they are, because
# buildah 1.28 would else stay with that.
FROM --platform=${BUILDPLATFORM} ${MAVEN} AS jar
WORKDIR /src
COPY . .
RUN mvn -q -B -ntp -pl emulator -am -DskipTests -Dspotless.check.skip package

FROM --platform=${TARGETPLATFORM} ${JDK} AS runtime
COPY image /image
COPY --from=jar /src/emulator/target/understudy.jar /understudy.jar
RUN /image/assemble /understudy.jar /opt/understudy
COPY --from=jar /src/emulator/target/understudy.cdx.json /opt/understudy/

FROM --platform=${TARGETPLATFORM} ${BASE}
ARG VERSION=unknown
ARG REVISION=unknown
ARG BASE
LABEL org.opencontainers.image.title="Understudy" \
      org.opencontainers.image.description="A local stand-in for the Sora 2 Characters API and the prediction API around it" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="${BASE}"
COPY --from=runtime /opt/understudy /opt/understudy
# Inside a container loopback reaches nobody; publish the port only where it may be seen.
ENV UNDERSTUDY_HOST=0.0.0.0
# A number, so that a cluster can see that it is not root. Any other will do. Only the temporary directory is ever written
# to, and without one only uploads are refused.
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
# No shell and no curl. It asks the port that the server was told to use, be it by a variable, a file or a flag.
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s \
  CMD ["/opt/understudy/java/bin/java", "@/opt/understudy/understudy.options", "health", "--pid", "1"]
ENTRYPOINT ["/opt/understudy/java/bin/java", "@/opt/understudy/understudy.options"]
