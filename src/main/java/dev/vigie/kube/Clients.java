package dev.vigie.kube;

import dev.vigie.kube.config.ClusterEntry;
import dev.vigie.kube.config.Credentials;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/// The HTTP clients of one cluster for one client certificate: calls and streams apart, because a full HTTP/2
/// connection of
/// streams would starve every call.
record Clients(HttpClient calls, HttpClient streams) implements AutoCloseable {
    /// Fabric8 would repeat any request ten times, writes too: what is asked again, and when, is decided by the wire.
    private static final RequestConfig ONCE =
            new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build();
    private static final Duration CONNECT = Duration.ofSeconds(3);

    static {
        // the JDK would try each refused connection twice, unasked; it reads this once, before its first client
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    }

    static Clients of(ClusterEntry cluster, Credentials credentials, ProxyWay way)
            throws GeneralSecurityException, IOException {
        SSLContext context = Trust.context(cluster, credentials);
        return new Clients(client(context, way, false), client(context, way, true));
    }

    private static HttpClient client(SSLContext context, ProxyWay way, boolean onlyHttp11) {
        HttpClient.Builder builder = new JdkHttpClientFactory() {
            @Override
            protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
                builder.sslContext(context).proxy(way.selector());
            }
        }.newBuilder();
        // at TRACE Fabric8 would log every header with its token, and every Secret
        builder.addOrReplaceInterceptor("HttpLogging", null);
        if (way.bridge() != null) builder.addOrReplaceInterceptor("bridge", key(way.bridge()));
        builder.connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
        if (onlyHttp11) builder.preferHttp11();
        return builder.tag(ONCE).build();
    }

    /// The JDK's client sends `Proxy-Authorization` with requests for a tunnel, and leaves it out of what goes through.
    private static Interceptor key(ProxyBridge bridge) {
        return new Interceptor() {
            @Override
            public void before(BasicBuilder request, HttpRequest original, RequestTags tags) {
                request.setHeader("Proxy-Authorization", bridge.authorization());
            }
        };
    }

    @Override
    public void close() {
        calls.close();
        streams.close();
    }
}
