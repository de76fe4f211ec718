package demo;

public final class Colour {}
