package dev.vigie.live;

public class InnocentList {
    javafx.collections.ObservableList<String> rows = javafx.collections.FXCollections.observableArrayList();
    javafx.beans.property.StringProperty name = new javafx.beans.property.SimpleStringProperty();
    boolean here = javafx.application.Platform.isFxApplicationThread();
}
