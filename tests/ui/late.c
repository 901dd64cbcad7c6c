/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <dlfcn.h>
#include <unistd.h>

#include <glib.h>

/* Loaded before a program, it makes a third of what other threads hand to the main loop come up to a
 * sixth of a second late, as on a machine that is busy: what is wrong about the order of answers shows
 * within a few runs. With "meson test --setup=late". */

#define MAX_LATE (160 * G_TIME_SPAN_MILLISECOND)

static void
be_late (void)
{
  static __thread GRand *dice;

  if (dice == NULL)
    dice = g_rand_new ();
  if (g_rand_int_range (dice, 0, 3) == 0)
    g_usleep (g_rand_int_range (dice, 0, MAX_LATE));
}

guint
g_source_attach (GSource      *source,
                 GMainContext *context)
{
  static gsize real;

  if (g_once_init_enter (&real))
    g_once_init_leave (&real, (gsize) dlsym (RTLD_NEXT, "g_source_attach"));
  if (gettid () != getpid ())
    be_late ();

  return ((guint (*) (GSource *, GMainContext *)) real) (source, context);
}
