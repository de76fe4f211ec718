package demo;

public enum Format {
  PAPER,
  SCREEN
}
