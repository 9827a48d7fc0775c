package dev.vigie.kube;

import static dev.vigie.kube.TableWatchTest.LIST;
import static dev.vigie.kube.TableWatchTest.PODS;
import static dev.vigie.kube.TableWatchTest.row;
import static dev.vigie.kube.TableWatchTest.table;
import static dev.vigie.kube.TableWatchTest.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigie.kind.Namespaces;
import dev.vigie.promises.Shows;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A watch that is closed, or must begin again, in the middle of asking.
class TableWatchClosingTest {
    private final TableWatchTest.Line circuit = new TableWatchTest.Line();
    private final ScriptedWire wire = new ScriptedWire(path -> table("5", row("a", 1, "Running")));
    private final SharedRows rows = new SharedRows(wire, circuit, PODS, Namespaces.all());

    @AfterEach
    void close() {
        rows.close();
    }

    @Test
    @Shows("N04")
    void a_watch_that_waits_for_its_answer_on_a_dead_connection_is_asked_again_as_soon_as_the_server_is_back()
            throws Exception {
        AtomicBoolean dead = new AtomicBoolean();
        wire.watches(path -> {
            if (dead.get()) never();
            return "";
        });
        rows.start();
        ScriptedWire.Stream stream = wire.opened();
        dead.set(true);
        stream.cut();
        await().until(() -> wire.asked().size() == 3);
        circuit.trouble(new KubeFailure.Unreachable("it", KubeFailure.Cause.TIMEOUT, ""));
        dead.set(false);
        circuit.trouble(null);
        wire.opened();
        assertThat(wire.asked()).containsExactly(LIST, watch("5"), watch("5"), watch("5"));
        await().until(() -> rows.snapshot().state() instanceof Rows.State.Live);
    }

    @Test
    @Shows("N07")
    void closing_ends_a_list_that_has_not_begun_to_answer() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        wire.lists(path -> {
            try {
                never();
            } finally {
                ended.countDown();
            }
            return "";
        });
        rows.start();
        await().until(() -> wire.asked().size() == 1);
        rows.close();
        assertThat(ended.await(500, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(wire.asked()).containsExactly(LIST);
    }

    /// As a wire waits for an answer that does not come.
    private static void never() throws KubeException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KubeException(new KubeFailure.Cancelled(), e);
        }
    }

    @Test
    void a_list_that_comes_after_it_was_closed_is_not_read() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicBoolean read = new AtomicBoolean();
        CountDownLatch given = new CountDownLatch(1);
        Wire slow = new Wire() {
            @Override
            public Answer get(String path, String accept, Duration limit) {
                asked.countDown();
                deaf(answered);
                return answer(read, given);
            }

            @Override
            public Answer stream(String path, String accept, Duration silence) {
                return answer(read, given);
            }
        };
        SharedRows some = new SharedRows(slow, circuit, PODS, Namespaces.all()).start();
        asked.await();
        some.close();
        answered.countDown();
        given.await();
        assertThat(read).isFalse();
        assertThat(some.snapshot().rows()).isEmpty();
    }

    private static Wire.Answer answer(AtomicBoolean read, CountDownLatch given) {
        byte[] text = table("5", row("a", 1, "x")).getBytes(StandardCharsets.UTF_8);
        return new Wire.Answer() {
            @Override
            public int status() {
                return 200;
            }

            @Override
            public InputStream body() {
                read.set(true);
                return new ByteArrayInputStream(text);
            }

            @Override
            public List<String> warnings() {
                return List.of();
            }

            @Override
            public void close() {
                given.countDown();
            }
        };
    }

    /// Waits, interrupted or not.
    private static void deaf(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // as a wire that cannot be ended any more
            }
        }
    }
}
