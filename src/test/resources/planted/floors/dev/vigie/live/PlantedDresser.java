package dev.vigie.live;

/// Higher than `ui`, but without toolkit.
public class PlantedDresser {
    dev.vigie.ui.Part part;
}
