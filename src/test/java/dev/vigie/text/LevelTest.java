package dev.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INFO  | 2026-11-23 08:00:00,001 INFO  [main] Server started
                    WARN  | [WARN] disk at 91 %
                    WARN  | 2026-11-23T08:00:00Z WARNING: slow
                    ERROR | ERROR: no route
                    ERROR | 08:00:00.001 [http-1] ERROR o.e.Api - failed
                    ERROR | 2026/11/23 08:00:00 [error] 31#31: *1 open() failed
                    FATAL | FATAL: password authentication failed
                    FATAL | panic: runtime error: index out of range
                    DEBUG | DEBUG|cache|miss
                    ERROR | time=2026-11-23T08:00:00Z level=error msg="x"
                    WARN  | ts=1 lvl=warn msg=y
                    INFO  | {"ts":"2026","level":"info","msg":"an ERROR in the text"}
                    ERROR | {"severity": "ERROR", "message": "x"}
                    ERROR | {"level":50,"time":1,"msg":"pino"}
                    TRACE | {"level":10}
                    ERROR | E1123 08:00:00.000001       1 reflector.go:147] failed to list
                    INFO  | I1123 08:00:00.000001       1 main.go:1] ready
                    WARN  | 2026-11-29T17:57:32.400Z warn: database "wishes" does not exist
                    NONE  | note that an error: was said
                    NONE  | GET /errors 200 in 3 ms
                    NONE  | no error was found
                    NONE  | INFORMATION-DESK opened
                    NONE  | ''
                    """)
    void a_line_says_how_grave_it_is(Level level, String line) {
        assertThat(Level.of(line)).isEqualTo(level);
    }
}
