package dev.vigie.contract;

import java.util.List;
import java.util.stream.Stream;

/// All that both servers are asked.
final class Cases {
    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        DiscoveryCases.all(),
                        ReadingCases.all(),
                        CreatingCases.all(),
                        ChangingCases.all(),
                        ApplyCases.all(),
                        PatchCases.all(),
                        OwnerCases.all(),
                        DeletingCases.all(),
                        WatchCases.all(),
                        RightsCases.all(),
                        WorkloadCases.all(),
                        TableCases.all(),
                        PodTableCases.all(),
                        OddCases.all())
                .flatMap(List::stream)
                .toList();
    }
}
