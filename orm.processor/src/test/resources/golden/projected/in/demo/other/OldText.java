package demo.other;

import orm.api.annotation.Projection;

@Projection(Old.class)
@SuppressWarnings("deprecation")
record OldText(int id) {}
