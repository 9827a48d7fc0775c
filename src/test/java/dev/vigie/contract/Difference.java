package dev.vigie.contract;

import java.util.ArrayList;
import java.util.List;

/// Two texts side by side: only the lines that differ, with some lines around.
final class Difference {
    private static final int AROUND = 3;

    private Difference() {}

    /// Empty when they are equal. `-` is the real one's, `+` the demo's.
    static String of(String real, String demo) {
        if (real.equals(demo)) return "";
        List<String> all = lines(real.lines().toList(), demo.lines().toList());
        boolean[] shown = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).startsWith(" ")) continue;
            for (int j = Math.max(0, i - AROUND); j < Math.min(all.size(), i + AROUND + 1); j++) shown[j] = true;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            if (shown[i]) text.append(all.get(i)).append('\n');
            else if (i > 0 && shown[i - 1]) text.append("  …\n");
        }
        return text.toString();
    }

    /// By the longest common run of lines.
    private static List<String> lines(List<String> real, List<String> demo) {
        int[][] common = new int[real.size() + 1][demo.size() + 1];
        for (int i = real.size() - 1; i >= 0; i--) {
            for (int j = demo.size() - 1; j >= 0; j--) {
                common[i][j] = real.get(i).equals(demo.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> all = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < real.size() || j < demo.size()) {
            boolean same = i < real.size() && j < demo.size() && real.get(i).equals(demo.get(j));
            if (same) {
                all.add("  " + real.get(i++));
                j++;
            } else if (j >= demo.size() || (i < real.size() && common[i + 1][j] >= common[i][j + 1])) {
                all.add("- " + real.get(i++));
            } else {
                all.add("+ " + demo.get(j++));
            }
        }
        return all;
    }
}
