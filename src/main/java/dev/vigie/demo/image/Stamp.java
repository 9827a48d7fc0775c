package dev.vigie.demo.image;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The times of day as programs write them, all in UTC.
enum Stamp {
    /// `2026-11-23T10:00:00.123Z`
    ISO("uuuu-MM-dd'T'HH:mm:ss.SSSX"),
    /// `2026-11-23T10:00:00.123+00:00`, as MongoDB writes it.
    MONGO("uuuu-MM-dd'T'HH:mm:ss.SSSxxx"),
    /// `2026-11-23 10:00:00,123`, as Python's logging does.
    PYTHON("uuuu-MM-dd HH:mm:ss,SSS"),
    /// `1123 10:00:00.123456`, after the level letter of klog.
    KLOG("MMdd HH:mm:ss.SSSSSS"),
    /// `23/Nov/2026:10:00:00 +0000` of access logs.
    ACCESS("dd/MMM/uuuu:HH:mm:ss xx"),
    /// `2026/11/23 10:00:00` of nginx's error log.
    NGINX("uuuu/MM/dd HH:mm:ss"),
    /// `23 Nov 2026 10:00:00.123`
    REDIS("dd MMM uuuu HH:mm:ss.SSS"),
    /// `2026-11-23 10:00:00.123 UTC`
    POSTGRES("uuuu-MM-dd HH:mm:ss.SSS 'UTC'"),
    /// `10:00:00`
    CLOCK("HH:mm:ss");

    private final DateTimeFormatter format;

    Stamp(String pattern) {
        format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    String of(Instant at) {
        return format.format(at);
    }
}
