package dev.vigie.live;

import dev.vigie.base.Age;
import dev.vigie.base.Amount;
import dev.vigie.kube.Row;
import java.math.BigDecimal;
import java.util.OptionalLong;

/// What a printed cell is worth when rows are put in order: a number before a text, nothing last in both directions.
/// `number` is NaN for a text. Ages are counted as moments, so that an order does not change while they tick.
record CellValue(boolean nothing, double number, double tie, String text) {
    private static final CellValue NOTHING = new CellValue(true, Double.NaN, 0, "");

    static CellValue text(String text) {
        return new CellValue(false, Double.NaN, 0, text);
    }

    private static CellValue number(double number) {
        return new CellValue(false, number, 0, "");
    }

    /// The value of what a person typed.
    static CellValue plain(String typed) {
        return printed(typed);
    }

    /// What a text is worth by itself, in a column of this meaning.
    static CellValue of(Meaning meaning, String text) {
        if (isNothing(text)) return NOTHING;
        return meaning == Meaning.QUANTITY ? amount(text) : printed(text);
    }

    static CellValue of(Meaning meaning, Row row, String cell) {
        if (meaning == Meaning.CREATED && row.created() != Long.MIN_VALUE) return number((double) -row.created());
        if (isNothing(cell)) return NOTHING;
        return switch (meaning) {
            case CREATED, MOMENT -> moment(row, cell);
            case QUANTITY -> amount(cell);
            case NUMBER, TEXT -> printed(cell);
        };
    }

    static boolean isNothing(String cell) {
        return switch (cell) {
            case "", "<none>", "<unknown>", "<invalid>", "<unset>", "n/a", "-" -> true;
            default -> false;
        };
    }

    /// Compares by value; `direction` is 1 or -1.
    int compare(CellValue other, int direction) {
        if (nothing || other.nothing) return Boolean.compare(nothing, other.nothing);
        return direction > 0 ? ascending(other) : other.ascending(this);
    }

    private int ascending(CellValue other) {
        boolean isText = Double.isNaN(number);
        boolean otherIsText = Double.isNaN(other.number);
        if (isText != otherIsText) return Boolean.compare(isText, otherIsText);
        if (isText) return Natural.compare(text, other.text);
        int result = Double.compare(number, other.number);
        return result != 0 ? result : Double.compare(tie, other.tie);
    }

    private static CellValue moment(Row row, String cell) {
        int end = cell.indexOf(' ');
        OptionalLong age = Age.parse(end < 0 ? cell : cell.substring(0, end));
        if (age.isEmpty()) return text(cell);
        return number(age.getAsLong() - row.received() / 1000.0);
    }

    private static CellValue amount(String cell) {
        BigDecimal amount = Amount.parse(cell);
        return amount == null ? printed(cell) : number(amount.doubleValue());
    }

    /// `12`, `3 (2m ago)`, `40%`, `1/3`, `4Gi`, `3d4h`, or words.
    private static CellValue printed(String cell) {
        int end = 0;
        while (end < cell.length() && "+-.0123456789".indexOf(cell.charAt(end)) >= 0) end++;
        if (end == 0) return text(cell);
        char next = end == cell.length() ? ' ' : cell.charAt(end);
        if (next == ' ' || next == '(' || next == '%') return leading(cell, end);
        if (next == '/') return ratio(cell, end);
        OptionalLong age = Age.parse(cell);
        if (age.isPresent()) return number((double) age.getAsLong());
        BigDecimal amount = Amount.parse(cell);
        return amount == null ? text(cell) : number(amount.doubleValue());
    }

    private static CellValue leading(String cell, int end) {
        BigDecimal number = Amount.parse(cell.substring(0, end));
        return number == null ? text(cell) : number(number.doubleValue());
    }

    /// `1/3` counts by what is missing: -2, so that the least ready come first.
    private static CellValue ratio(String cell, int slash) {
        BigDecimal have = Amount.parse(cell.substring(0, slash));
        BigDecimal want = Amount.parse(cell.substring(slash + 1));
        if (have == null || want == null) return text(cell);
        return new CellValue(false, have.subtract(want).doubleValue(), want.doubleValue(), "");
    }
}
