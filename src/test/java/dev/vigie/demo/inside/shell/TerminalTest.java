package dev.vigie.demo.inside.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TerminalTest {
    private final Box box = new Box();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final AtomicInteger code = new AtomicInteger(-1);
    private final Terminal terminal = new Terminal(screen);
    private final Thread thread = Thread.ofVirtual().start(this::run);

    private void run() {
        try {
            Io io = new Io(
                    InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
            code.set(new Session(box.machine, terminal).run(List.of("sh"), io));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void nothing_is_left_when_the_client_has_gone() throws InterruptedException {
        terminal.hangUp();
        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    }

    private void type(String keys, String shown) {
        terminal.type(keys.getBytes(StandardCharsets.UTF_8), () -> {});
        await().untilAsserted(() ->
                assertThat(screen.toString(StandardCharsets.UTF_8)).endsWith(shown));
    }

    private void ended(int with) {
        await().untilAsserted(() -> assertThat(code.get()).isEqualTo(with));
    }

    @Test
    void a_line_is_echoed_run_and_followed_by_a_prompt() {
        type("", "/ # ");
        type("echo hé\r", "/ # echo hé\r\nhé\r\n/ # ");
        type("cd /srv\r", "/srv # ");
        type("exit 5\r", "exit 5\r\n");
        ended(5);
    }

    @Test
    void ctrl_d_leaves_with_the_last_status_and_ctrl_c_gives_a_new_line() {
        type("false\r", "false\r\n/ # ");
        type("half a li\u0003", "half a li^C\r\n/ # ");
        type("\u0004", "/ # ");
        ended(1);
    }

    @Test
    void ctrl_c_ends_what_runs_and_not_the_shell() {
        type("sleep 1000\r", "sleep 1000\r\n");
        type("\u0003", "^C\r\n/ # ");
        type("echo $?\r", "echo $?\r\n130\r\n/ # ");
        type("while true; do :; done\r", "done\r\n");
        type("\u0003", "^C\r\n/ # ");
    }

    @Test
    void the_line_can_be_edited_and_old_lines_come_back() {
        type("echo one\r", "\r\none\r\n/ # ");
        type("echo twx\u007fo\r", "\r\ntwo\r\n/ # ");
        type("\u001b[A\u001b[A\r", "\r\none\r\n/ # ");
        type("ho\u001b[D\u001b[Dec\r", "\r\nho\r\n/ # ".replace("ho\r\n/ # ", "\r\n/ # "));
        type("garbage\u0015echo x\r", "\r\nx\r\n/ # ");
        type("cat /etc/mo\t\r", "hello\r\nworld\r\n/ # ");
    }

    @Test
    void a_program_reads_lines_until_ctrl_d() {
        type("cat\r", "cat\r\n");
        type("ab\u007fc\r", "ac\r\nac\r\n".replace("ac\r\nac", "ab\b \bc\r\nac"));
        type("\u0004", "/ # ");
    }

    @Test
    void a_new_size_is_seen_at_once() {
        type("stty size\r", "24 80\r\n/ # ");
        terminal.resize(132, 50);
        type("stty size\r", "50 132\r\n/ # ");
    }

    @Test
    void an_open_quote_waits_for_the_next_line() {
        type("echo 'a\r", "\r\n> ");
        type("b'\r", "a\r\nb\r\n/ # ");
    }
}
