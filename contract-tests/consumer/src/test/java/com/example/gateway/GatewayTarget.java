package com.example.gateway;

import dev.understudy.Understudy;
import dev.understudy.contract.target.TargetProvider;
import dev.understudy.time.ClockMode;

/** Starts the server that this project is about, and says where it answers. */
public final class GatewayTarget implements TargetProvider {
    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Started start() {
        Understudy server =
                Understudy.builder().port(0).clock(ClockMode.scaled(10)).start();
        return new Started(server.baseUrl(), server::close);
    }
}
