package dev.vigie.demo.inside.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class ShellTest {
    private static final String SCRIPTS = """
            echo hi => hi~
            echo "$GREETING"; echo $GREETING => good  day~good day~
            echo '$GREETING' "a\\"b" a\\ b => $GREETING a"b a b~
            false; echo $? => 1~
            true && echo yes || echo no => yes~
            false && echo yes || echo no => no~
            ! true; echo $? => 1~
            exit 7 => !7
            (exit 3); echo $? => 3~
            echo $(echo a; echo b) `echo c` => a b c~
            x=$(false); echo $? => 1~
            x=5; echo $((x * 2 + 1)) ${x}0 ${y:-none} ${#GREETING} => 11 50 none 9~
            f=/a/b.txt; echo ${f##*/} ${f%.txt} => b.txt /a/b~
            x=1 sh -c 'echo [$x]'; echo [$x] => [1]~[]~
            export x=1; sh -c 'echo [$x]' => [1]~
            echo one > /tmp/f; echo two >> /tmp/f; cat /tmp/f; wc -l < /tmp/f => one~two~2~
            nosuch 2>&1; echo $? => sh: nosuch: not found~127~
            nosuch 2>/dev/null || echo caught => caught~
            cat /etc/motd | grep -v hello | tr a-z A-Z => WORLD~
            for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done => 1~3~
            i=0; while [ $i -lt 3 ]; do i=$((i+1)); done; echo $i => 3~
            case abc in x*) echo x;; a*c) echo ac;; esac => ac~
            if [ -f /etc/motd ]; then echo file; else echo none; fi => file~
            greet() { echo "hi $1"; return 4; }; greet you; echo $? => hi you~4~
            cd /srv; ls *.txt; pwd => a.txt~/srv~
            echo /etc/mo* /nope* => /etc/motd /nope*~
            yes | head -2 => y~y~
            seq 3 | sort -rn | head -n 1 => 3~
            printf '%s-%03d\\n' a 7 => a-007~
            echo b,a | cut -d, -f2 => a~
            sed -n 2p /etc/motd; sed s/l/L/g /etc/motd | head -1 => world~heLLo~
            echo hello | base64 | base64 -d => hello~
            hostname; whoami; id -u; uname => box-0~root~0~Linux~
            date +%F => 2026-11-23~
            wget -qO- http://api/ping; curl -s api => pong /ping~pong /~
            curl api:81 2>&1; echo $? => curl: (7) Failed to connect to api port 81 after 0 ms: Could not connect to server~7~
            wget -q http://api/nope 2>&1 => wget: server returned error: HTTP/1.1 404 Not Found~!1
            nc -z api 80; echo $?; nc -z api 81 2>/dev/null; echo $? => 0~1~
            mkdir -p /tmp/a/b; touch /tmp/a/b/c; find /tmp/a -type f; rm -r /tmp/a; ls /tmp/a 2>&1 => /tmp/a/b/c~ls: /tmp/a: No such file or directory~!1
            cat /config/app.properties; (echo y > /config/z) 2>&1 => x=1~sh: can't create /config/z: Read-only file system~!1
            ls /config; readlink /config/app.properties => app.properties~..data/app.properties~
            set -e; false; echo never => !1
            echo a & wait; echo b > /dev/null => a~
            tar cf /tmp/t.tar -C /etc motd; mkdir /tmp/x; tar xf /tmp/t.tar -C /tmp/x; cat /tmp/x/motd => hello~world~
            cat nope => |cat: can't open 'nope': No such file or directory~|!1
            echo 'unclosed => !2
            """;

    private final Box box = new Box();

    /// `~` stands for the end of a line.
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '\0',
            textBlock = SCRIPTS)
    void a_script_says_what_a_shell_would_say(String script, String said) {
        String expected = said.replace("~", "\n");
        String found = box.sh(script);
        if (expected.equals("!2")) assertThat(found).endsWith(expected);
        else if (script.startsWith("echo a &")) assertThat(found).isIn("a\n", "");
        else assertThat(found).isEqualTo(expected);
    }

    @Test
    void commands_come_from_standard_input_line_by_line() {
        assertThat(box.run(List.of("sh"), "echo a\nif true\nthen echo b\nfi\nexit 3\necho never\n"))
                .isEqualTo("a\nb\n!3");
        assertThat(box.run(List.of("sh"), "cat <<END\n$GREETING\nEND\n")).isEqualTo("good  day\n");
    }

    @Test
    void what_is_written_stays_for_the_next_command() {
        box.sh("echo kept > /tmp/note");
        assertThat(box.run(List.of("cat", "/tmp/note"), "")).isEqualTo("kept\n");
    }

    @Test
    void a_program_that_is_not_there_is_refused_as_the_runtime_does() {
        assertThat(new Session(box.machine, null).refusal(List.of("nosuch")))
                .isEqualTo("unable to start container process: exec: \"nosuch\": executable file not found in $PATH");
        assertThat(new Session(box.machine, null).refusal(List.of("/nosuch")))
                .isEqualTo(
                        "unable to start container process: exec: \"/nosuch\": stat /nosuch: no such file or directory");
        assertThat(new Session(box.machine, null).refusal(List.of("/etc")))
                .isEqualTo("unable to start container process: exec: \"/etc\": permission denied");
        assertThat(new Session(box.machine, null).refusal(List.of("ls"))).isEmpty();
    }

    @Test
    void an_image_without_a_shell_has_no_programs_at_all() {
        assertThat(new Session(new Box(List.of()).machine, null).refusal(List.of("ls")))
                .isEqualTo("unable to start container process: exec: \"ls\": executable file not found in $PATH");
    }

    @Test
    void the_first_process_hears_what_ends_it_but_not_sigkill() {
        box.sh("kill -9 1; kill 1");
        assertThat(box.ends).containsExactly(143);
    }

    @Test
    void nothing_grows_without_end() {
        assertThat(box.sh("x=aaaaaaaaaaaaaaaa; while true; do x=$x$x; done")).endsWith("out of memory\n|!2");
        assertThat(box.sh("f() { f; }; f")).endsWith("!139");
        assertThat(box.sh("bomb() { bomb | bomb; }; bomb; true")).contains("");
        assertThat(box.sh("x=$(yes); echo ${#x}")).isEqualTo("|sh: out of memory\n|!2");
        assertThat(box.sh("cat /dev/zero > /tmp/full; echo $?")).contains("No space left on device");
        assertThat(box.sh("head -c 5 /dev/zero | wc -c")).isEqualTo("5\n");
        assertThat(box.sh("grep -c x /dev/zero | head -1 & sleep 0.1; echo on")).isEqualTo("on\n");
    }

    @Test
    void an_interrupt_ends_even_what_only_computes() throws InterruptedException {
        for (String script : List.of(
                "while true; do :; done",
                "sleep 1000",
                "yes > /dev/null",
                "cat /dev/zero | wc -c",
                "x=$(sleep 1000)")) {
            Thread thread = Thread.ofVirtual().start(() -> box.sh(script));
            assertThat(thread.join(Duration.ofMillis(50))).as(script).isFalse();
            thread.interrupt();
            assertThat(thread.join(Duration.ofSeconds(5))).as(script).isTrue();
        }
    }
}
