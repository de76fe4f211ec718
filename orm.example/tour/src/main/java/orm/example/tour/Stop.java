package orm.example.tour;

/**
 * A stop of the tour.
 *
 * @param title what there is to see
 * @param sight shows it, and checks what it says
 */
record Stop(String title, Sight sight) {

  /** Shows something. */
  @FunctionalInterface
  interface Sight {
    /** Throws if it cannot show what it should. */
    void show(Guide guide) throws Exception;
  }
}
