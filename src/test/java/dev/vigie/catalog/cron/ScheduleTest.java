package dev.vigie.catalog.cron;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigie.base.Messages;
import dev.vigie.catalog.cron.Schedule.Every;
import dev.vigie.catalog.cron.Schedule.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Schedules against the cron library of the CronJob controller: what it takes, what it refuses, when it runs.
class ScheduleTest {
    @AfterEach
    void englishAgain() {
        Messages.speak(Locale.ENGLISH);
    }

    @ParameterizedTest(name = "{0} in {1} after {2}")
    @CsvSource(delimiter = '|', textBlock = """
            */10 * * * * | Europe/Paris | 2026-11-24T04:03:10Z | 2026-11-24T04:10 2026-11-24T04:20 2026-11-24T04:30 2026-11-24T04:40 2026-11-24T04:50
            30 3 * * 1-5 | UTC | 2026-11-27T03:30:00Z | 2026-11-30T03:30 2026-12-01T03:30 2026-12-02T03:30 2026-12-03T03:30 2026-12-04T03:30
            0 0 31 * * | UTC | 2026-11-24T00:00:00Z | 2026-12-31T00:00 2027-01-31T00:00 2027-03-31T00:00 2027-05-31T00:00 2027-07-31T00:00
            0 0 29 2 * | UTC | 2026-11-24T00:00:00Z | 2028-02-29T00:00 2032-02-29T00:00 2036-02-29T00:00 2040-02-29T00:00 2044-02-29T00:00
            0 0 30 2 * | UTC | 2026-11-24T00:00:00Z |
            0 0 13 * 5 | UTC | 2026-11-01T00:00:00Z | 2026-11-06T00:00 2026-11-13T00:00 2026-11-20T00:00 2026-11-27T00:00 2026-12-04T00:00
            0 0 */10 * 1 | UTC | 2026-11-01T00:00:00Z | 2026-11-02T00:00 2026-11-09T00:00 2026-11-11T00:00 2026-11-16T00:00 2026-11-21T00:00
            0 0 */10 * * | UTC | 2026-11-01T00:00:00Z | 2026-11-11T00:00 2026-11-21T00:00 2026-12-01T00:00 2026-12-11T00:00 2026-12-21T00:00
            0 0 */1 * 1 | UTC | 2026-11-01T00:00:00Z | 2026-11-02T00:00 2026-11-09T00:00 2026-11-16T00:00 2026-11-23T00:00 2026-11-30T00:00
            0 0 1-31 * 1 | UTC | 2026-11-01T00:00:00Z | 2026-11-02T00:00 2026-11-03T00:00 2026-11-04T00:00 2026-11-05T00:00 2026-11-06T00:00
            0 0 ? * MON | UTC | 2026-11-01T00:00:00Z | 2026-11-02T00:00 2026-11-09T00:00 2026-11-16T00:00 2026-11-23T00:00 2026-11-30T00:00
            30 2 * * * | Europe/Paris | 2027-03-27T00:00:00Z | 2027-03-27T01:30 2027-03-29T00:30 2027-03-30T00:30 2027-03-31T00:30 2027-04-01T00:30
            30 2 * * * | Europe/Paris | 2027-10-30T00:00:00Z | 2027-10-30T00:30 2027-10-31T00:30 2027-10-31T01:30 2027-11-01T01:30 2027-11-02T01:30
            30 * * * * | Europe/Paris | 2027-10-30T23:45:00Z | 2027-10-31T00:30 2027-10-31T01:30 2027-10-31T02:30 2027-10-31T03:30 2027-10-31T04:30
            30 * * * * | Europe/Paris | 2027-03-27T23:45:00Z | 2027-03-28T00:30 2027-03-28T01:30 2027-03-28T02:30 2027-03-28T03:30 2027-03-28T04:30
            0 0 * * * | America/Sao_Paulo | 2018-11-02T12:00:00Z | 2018-11-03T03:00 2018-11-05T02:00 2018-11-06T02:00 2018-11-07T02:00 2018-11-08T02:00
            0 0 * * * | Asia/Beirut | 2027-03-26T12:00:00Z | 2027-03-26T22:00 2027-03-28T21:00 2027-03-29T21:00 2027-03-30T21:00 2027-03-31T21:00
            0 9-17/4 * jan,Jul SUN,sat | Asia/Kolkata | 2026-11-24T00:00:00Z | 2027-01-02T03:30 2027-01-02T07:30 2027-01-02T11:30 2027-01-03T03:30 2027-01-03T07:30
            5/20 4 * * * | UTC | 2026-11-24T00:00:00Z | 2026-11-24T04:05 2026-11-24T04:25 2026-11-24T04:45 2026-11-25T04:05 2026-11-25T04:25
            0 0 1 */5 * | UTC | 2026-11-24T00:00:00Z | 2027-01-01T00:00 2027-06-01T00:00 2027-11-01T00:00 2028-01-01T00:00 2028-06-01T00:00
            15,45 1,2,3 10-12,20 * * | UTC | 2026-11-11T03:00:00Z | 2026-11-11T03:15 2026-11-11T03:45 2026-11-12T01:15 2026-11-12T01:45 2026-11-12T02:15
            @yearly | Asia/Tokyo | 2026-11-24T00:00:00Z | 2026-12-31T15:00 2027-12-31T15:00 2028-12-31T15:00 2029-12-31T15:00 2030-12-31T15:00
            @monthly | UTC | 2026-11-24T00:00:00Z | 2026-12-01T00:00 2027-01-01T00:00 2027-02-01T00:00 2027-03-01T00:00 2027-04-01T00:00
            @weekly | UTC | 2026-11-24T00:00:00Z | 2026-11-29T00:00 2026-12-06T00:00 2026-12-13T00:00 2026-12-20T00:00 2026-12-27T00:00
            @daily | UTC | 2026-11-24T00:00:00Z | 2026-11-25T00:00 2026-11-26T00:00 2026-11-27T00:00 2026-11-28T00:00 2026-11-29T00:00
            @hourly | UTC | 2026-11-24T00:10:30Z | 2026-11-24T01:00 2026-11-24T02:00 2026-11-24T03:00 2026-11-24T04:00 2026-11-24T05:00
            CRON_TZ=America/New_York 0 6 * * * | UTC | 2026-11-24T00:00:00Z | 2026-11-24T11:00 2026-11-25T11:00 2026-11-26T11:00 2026-11-27T11:00 2026-11-28T11:00
            * * * * | UTC | 2026-11-24T00:00:00Z |
            0 0 * * 1,2, | UTC | 2026-11-24T00:00:00Z | 2026-11-30T00:00 2026-12-01T00:00 2026-12-07T00:00 2026-12-08T00:00 2026-12-14T00:00
            *-5 3 * * * | UTC | 2026-11-24T03:57:00Z | 2026-11-24T03:58 2026-11-24T03:59 2026-11-25T03:00 2026-11-25T03:01 2026-11-25T03:02
            0 0,12 *,5 * 3 | UTC | 2026-11-24T00:00:00Z | 2026-11-25T00:00 2026-11-25T12:00 2026-12-02T00:00 2026-12-02T12:00 2026-12-09T00:00
            59 23 31 12 * | Pacific/Chatham | 2026-11-24T00:00:00Z | 2026-12-31T10:14 2027-12-31T10:14 2028-12-31T10:14 2029-12-31T10:14 2030-12-31T10:14
            15 2 * * * | Australia/Lord_Howe | 2026-10-02T20:00:00Z | 2026-10-04T15:15 2026-10-05T15:15 2026-10-06T15:15 2026-10-07T15:15 2026-10-08T15:15
            """)
    void the_next_five_runs_are_those_of_the_controller(String text, String zone, String from, String runs) {
        Instant now = Instant.parse(from);
        String found = Runs.after(now, Schedule.read(text), ZoneId.of(zone), now, 5).stream()
                .map(run -> run.toString().substring(0, 16))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(runs == null ? "" : runs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * 32 * *",
                "* * * 13 *",
                "* * * * 7",
                "* * * * MONDAY",
                "*/0 * * * *",
                "5-1 * * * *",
                "1-2-3 * * * *",
                "1/2/3 * * * *",
                "*/ * * * *",
                "a * * * *",
                "-1 * * * *",
                "@often",
                "@Daily",
                "@every",
                "@every x",
                "@every 90",
                "TZ=Nowhere/Land * * * * *",
                "TZ=UTC",
                "* * L * *",
                "* * * * 5#2",
                "0 0 15W * *",
                " @daily",
                "@every 1h 30m",
                "@every 1d",
                "TZ=+02:00 * * * * *",
                "1-*  * * * *",
                "99999999999999999999 * * * *",
                "@every 99999999h",
                "@reboot",
                "0 0 * mon *"
            })
    void what_the_controller_refuses_is_unreadable_and_never_runs(String text) {
        Schedule schedule = Schedule.read(text);
        assertThat(schedule).isInstanceOf(Unreadable.class);
        assertThat(Runs.after(Instant.EPOCH, schedule, ZoneId.of("UTC"), Instant.EPOCH, 5))
                .isEmpty();
        assertThat(InWords.of(schedule)).startsWith("Unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@every 1h30m",
                "@every 1.5h",
                "@every -1h",
                "@every 0",
                "@every 500ms",
                "TZ=Europe/Paris @daily",
                "+5 * * * *",
                "1,,2 * * * *",
                " 0 0 * * * ",
                "0\t0 * * *",
                "? ? ? ? ?",
                "0 0 * JAN-MAR *",
                "0 0 * feb *",
                "*-5-9 * * * *",
                "*/99 * * * *",
                "@every +1h"
            })
    void what_the_controller_takes_is_read_and_said(String text) {
        assertThat(Schedule.read(text)).isNotInstanceOf(Unreadable.class);
        assertThat(InWords.of(Schedule.read(text))).isNotBlank().doesNotStartWith("Unreadable");
    }

    @Test
    void the_part_that_cannot_be_read_is_named() {
        assertThat(List.of("0 0 * * 1,8", "0 0 31-2 * *", "hourly", "TZ=Nowhere 0 0 * * *").stream()
                        .map(Schedule::read))
                .containsExactly(
                        new Unreadable("8"),
                        new Unreadable("31-2"),
                        new Unreadable("hourly"),
                        new Unreadable("Nowhere"));
    }

    @Test
    void a_fixed_time_is_counted_from_the_last_run_in_whole_seconds() {
        assertThat(Schedule.read("@every 1h30m10.7s"))
                .isEqualTo(new Every(Duration.ofMinutes(90).plusSeconds(10)));
        assertThat(Schedule.read("@every -3h")).isEqualTo(new Every(Duration.ofSeconds(1)));
        Instant last = Instant.parse("2026-11-24T04:00:00Z");
        Schedule schedule = Schedule.read("@every 45m");
        assertThat(Runs.after(last.plusSeconds(3600), schedule, ZoneId.of("UTC"), last, 2))
                .containsExactly(Instant.parse("2026-11-24T05:30:00Z"), Instant.parse("2026-11-24T06:15:00Z"));
        assertThat(Runs.after(last, schedule, ZoneId.of("UTC"), last, 1))
                .containsExactly(Instant.parse("2026-11-24T04:45:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            * * * * * | Every minute | Chaque minute
            */10 * * * * | Every 10 minutes | Toutes les 10 minutes
            */7 * * * * | Every hour, at minute 0, 7, 14, 21, 28, 35, 42, 49 and 56 | Chaque heure, à la minute 0, 7, 14, 21, 28, 35, 42, 49 et 56
            5/20 * * * * | Every 20 minutes, from minute 5 of the hour | Toutes les 20 minutes, à partir de la minute 5 de l'heure
            0 * * * * | Every hour, on the hour | Chaque heure, à l'heure pile
            5,35 * * * * | Every hour, at minute 5 and 35 | Chaque heure, à la minute 5 et 35
            30 3 * * 1-5 | At 03:30, Monday to Friday | À 03:30, du lundi au vendredi
            0 0 1 * * | At 00:00, on day 1 of the month | À 00:00, le 1er du mois
            0 0 13 * 5 | At 00:00, on day 13 of the month and also on Friday | À 00:00, le 13 du mois et aussi le vendredi
            0 0 1,15 * MON,WED,FRI | At 00:00, on days 1 and 15 of the month and also on Monday, Wednesday and Friday | À 00:00, les 1er et 15 du mois et aussi le lundi, mercredi et vendredi
            0 0 1-7 */3 * | At 00:00, on days 1 to 7 of the month, in January, April, July and October | À 00:00, les 1er à 7 du mois, en janvier, avril, juillet et octobre
            15 10,14 * 3,6-8 sun | At 10:15 and 14:15, on Sunday, in March and June to August | À 10:15 et 14:15, le dimanche, en mars et juin à août
            0 */2 * * * | Every 2 hours, on the hour | Toutes les 2 heures, à l'heure pile
            30 */6 * * * | At 00:30, 06:30, 12:30 and 18:30, every day | À 00:30, 06:30, 12:30 et 18:30, tous les jours
            */15 9-17 * * 1-5 | Every 15 minutes, from 09:00 to 17:59, Monday to Friday | Toutes les 15 minutes, de 09:00 à 17:59, du lundi au vendredi
            0 9-17 * * * | At minute 0, from 09:00 to 17:59 | À la minute 0, de 09:00 à 17:59
            * 9 * * * | Every minute, from 09:00 to 09:59 | Chaque minute, de 09:00 à 09:59
            */30 0,6,12,18-20 * * * | At minute 0 and 30, in the hours 0, 6, 12 and 18 to 20 | À la minute 0 et 30, aux heures 0, 6, 12 et 18 à 20
            5 */5 * * * | At 00:05, 05:05, 10:05, 15:05 and 20:05, every day | À 00:05, 05:05, 10:05, 15:05 et 20:05, tous les jours
            0 0 */10 * 1 | At 00:00, on days 1, 11, 21 and 31 of the month and also on Monday | À 00:00, les 1er, 11, 21 et 31 du mois et aussi le lundi
            0 0 1-31 * 1 | At 00:00, every day | À 00:00, tous les jours
            0 0 */1 * 1 | At 00:00, on Monday | À 00:00, le lundi
            0 0 1-10,* * 1 | At 00:00, on Monday | À 00:00, le lundi
            0 0 30 2 * | At 00:00, on day 30 of the month, in February | À 00:00, le 30 du mois, en février
            @yearly | At 00:00, on day 1 of the month, in January | À 00:00, le 1er du mois, en janvier
            @monthly | At 00:00, on day 1 of the month | À 00:00, le 1er du mois
            @weekly | At 00:00, on Sunday | À 00:00, le dimanche
            @daily | At 00:00, every day | À 00:00, tous les jours
            @hourly | Every hour, on the hour | Chaque heure, à l'heure pile
            @every 1h30m | Every 90m, counted from the last run | Toutes les 90m, comptées depuis la dernière exécution
            , * * * * | Never: one of its fields names nothing | Jamais : un de ses champs ne nomme rien
            0 0 , * 1 | At 00:00, on Monday | À 00:00, le lundi
            0 0 * jan-mar 6,0 | At 00:00, on Saturday and Sunday, from January to March | À 00:00, le samedi et dimanche, de janvier à mars
            1 2 3 4 * | At 02:01, on day 3 of the month, in April | À 02:01, le 3 du mois, en avril
            60 * * * * | Unreadable: Kubernetes does not take “60” | Illisible : Kubernetes n'accepte pas « 60 »
            """)
    void a_schedule_is_said_in_both_languages(String text, String english, String french) {
        assertThat(InWords.of(Schedule.read(text))).isEqualTo(english);
        Messages.speak(Locale.FRENCH);
        assertThat(InWords.of(Schedule.read(text))).isEqualTo(french);
    }
}
