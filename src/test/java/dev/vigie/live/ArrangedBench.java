package dev.vigie.live;

import dev.vigie.kind.Column;
import dev.vigie.kube.Row;
import dev.vigie.kube.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// How long filter, sort and a batch of changes take at growing sizes; medians of nine, printed as a table.
public final class ArrangedBench {
    private static final Column NAME = new Column("Name", "string", "name", "", 0);
    private static final List<Column> COLUMNS =
            List.of(NAME, text("Ready"), text("Status"), text("Restarts"), text("Age"), text("IP"), text("Node"));
    private static final Rows.State LIVE = new Rows.State.Live(Instant.EPOCH, List.of());

    private ArrangedBench() {}

    private static Column text(String name) {
        return new Column(name, "string", "", "", 0);
    }

    public static void main(String[] arguments) {
        System.out.println("rows\tfirst\tkey 1\tkey 2\tsort restarts\tsort age\t1,000 changes");
        for (int size : new int[] {1_000, 10_000, 100_000}) System.out.println(size + "\t" + line(size));
    }

    private static String line(int size) {
        Random random = new Random(1);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) rows.add(row(i, random));
        Rows.Snapshot first = new Rows.Snapshot(1, COLUMNS, List.copyOf(rows), LIVE);
        for (int i = 0; i < Math.min(1_000, size / 10); i++)
            rows.set(random.nextInt(size), row(random.nextInt(size), random));
        Rows.Snapshot changed = new Rows.Snapshot(2, COLUMNS, List.copyOf(rows), LIVE);
        Arranged all = Arranged.NOTHING.next(first, Filter.NONE, Order.SERVER, Instant.now());
        Arranged one = all.next(first, Filter.parse("1"), Order.SERVER, Instant.now());
        Order restarts = new Order(List.of(new Order.By("Restarts", true)));
        Order age = new Order(List.of(new Order.By("Age", false)));
        return String.join(
                "\t",
                median(() -> Arranged.NOTHING.next(first, Filter.NONE, Order.SERVER, Instant.now())),
                median(() -> all.next(first, Filter.parse("1"), Order.SERVER, Instant.now())),
                median(() -> one.next(first, Filter.parse("12"), Order.SERVER, Instant.now())),
                median(() -> all.next(first, Filter.NONE, restarts, Instant.now())),
                median(() -> all.next(first, Filter.NONE, age, Instant.now())),
                median(() -> all.next(changed, Filter.NONE, Order.SERVER, Instant.now())));
    }

    private static Row row(int number, Random random) {
        String name = "unicorn-front-" + Integer.toHexString(number * 7919) + "-" + number;
        return FakeRow.of(
                        "ns-" + number % 50,
                        name,
                        name,
                        "1/1",
                        "Running",
                        String.valueOf(random.nextInt(20)),
                        "3d4h",
                        "10.42.1." + number % 250,
                        "node-" + number % 100)
                .created(random.nextInt(1_000_000));
    }

    private static String median(Supplier<Arranged> work) {
        double[] times = new double[9];
        for (int i = -3; i < times.length; i++) {
            long start = System.nanoTime();
            if (work.get().size() < 0) throw new AssertionError();
            if (i >= 0) times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return String.format(java.util.Locale.ROOT, "%.1f ms", times[4]);
    }
}
