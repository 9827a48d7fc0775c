package dev.vigie.catalog;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import java.util.List;

/// The printed cells of one row by the names of their columns.
public record Cells(Row row, List<Column> columns) {

    /// Empty when there is no such column or nothing was printed.
    public String say(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(column)) return row.cell(i);
        }
        return "";
    }

    boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equalsIgnoreCase(column));
    }

    /// The leading number of a cell; -1 when there is none.
    long number(String column) {
        return leading(say(column));
    }

    /// What is missing of `1/3`; -1 when the cell is no such pair.
    long missing(String column) {
        String cell = say(column);
        int slash = cell.indexOf('/');
        long have = slash < 0 ? -1 : leading(cell.substring(0, slash));
        long want = slash < 0 ? -1 : leading(cell.substring(slash + 1));
        return have < 0 || want < 0 ? -1 : Math.max(0, want - have);
    }

    /// The first number of `1/3`; -1 when the cell is no such pair.
    long have(String column) {
        String cell = say(column);
        return cell.indexOf('/') < 0 ? -1 : leading(cell);
    }

    private static long leading(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end)) && end < 18) end++;
        return end == 0 ? -1 : Long.parseLong(text.substring(0, end));
    }
}
