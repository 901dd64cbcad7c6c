/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

/* bench-list-page DIRECTORY: shows the list of the interns of a store, types into its
 * search field, scrolls it from end to end, and prints what a person had to wait for. */

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "dites-list-page.h"
#include "dites-query.h"

#define SCROLL_FRAMES 300

/* Words that many, some, and next to none of the documents have. */
static const char *const words[] = { "fictif", "camille", "exemple", "i4242@exemple", "es", "bidon zoe", "moin", "zzz" };

static GtkWindow  *window;
static DitesQuery *query;
static gboolean    painted;

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
settle (double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (200);
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  painted = TRUE;
}

/* What the main thread has worked so far, in milliseconds: unlike the time on the clock it does
 * not depend on what else the machine does. */
static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* The query below the models that the page puts over it. */
static DitesQuery *
get_query (GtkListView *view)
{
  gpointer model = gtk_list_view_get_model (view);

  while (model != NULL && !DITES_IS_QUERY (model))
    {
      GListModel *below = NULL;

      if (g_object_class_find_property (G_OBJECT_GET_CLASS (model), "model") != NULL)
        g_object_get (model, "model", &below, NULL);
      if (below != NULL)
        g_object_unref (below);
      model = below;
    }

  return model;
}

static int
compare (const void *a,
         const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static double
quantile (GArray *values,
          double  part)
{
  g_array_sort (values, compare);

  return g_array_index (values, double, MIN (values->len - 1, (guint) (part * values->len)));
}

/* From each key until the rows that it finds are loaded and a frame with them is painted. */
static void
type_words (GtkEditable *entry)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint round = 0; round < 3; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
      for (gsize length = 1; length <= strlen (words[i]); length++)
        {
          g_autofree char *text = g_strndup (words[i], length);
          gint64           start = g_get_monotonic_time ();
          double           work = get_work ();
          double           milliseconds;

          gtk_editable_set_text (entry, text);
          /* The query is asked at once or after a pause, as the page has it. */
          while (!dites_query_is_loading (query) && g_get_monotonic_time () - start < G_USEC_PER_SEC / 4)
            g_main_context_iteration (NULL, FALSE);
          while (dites_query_is_loading (query))
            g_main_context_iteration (NULL, TRUE);
          painted = FALSE;
          gtk_widget_queue_draw (GTK_WIDGET (window));
          while (!painted)
            g_main_context_iteration (NULL, TRUE);
          milliseconds = (g_get_monotonic_time () - start) / 1e3;
          work = get_work () - work;
          g_array_append_val (times, milliseconds);
          g_array_append_val (works, work);
          settle (0.05);
        }

  g_print ("key to painted rows: p50 %.1f ms, p99 %.1f ms of %u keys\n", quantile (times, 0.5), quantile (times, 0.99), times->len);
  g_print ("work of the main thread for a key: p50 %.1f ms, p99 %.1f ms\n", quantile (works, 0.5), quantile (works, 0.99));
  gtk_editable_set_text (entry, "");
  settle (1);
}

typedef struct
{
  GtkAdjustment *adjustment;
  gint64         last;
  guint          frames;
  GArray        *intervals;
  double         work; /* of the main thread, until the latest frame */
  GArray        *works;
} Scroll;

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Scroll *scroll = user_data;
  gint64  time = g_get_monotonic_time ();
  double  work = get_work ();
  double  upper = gtk_adjustment_get_upper (scroll->adjustment) - gtk_adjustment_get_page_size (scroll->adjustment);

  if (scroll->last != 0)
    {
      double milliseconds = (time - scroll->last) / 1e3;

      g_array_append_val (scroll->intervals, milliseconds);
      milliseconds = work - scroll->work;
      g_array_append_val (scroll->works, milliseconds);
    }
  scroll->last = time;
  scroll->work = work;
  scroll->frames++;
  gtk_adjustment_set_value (scroll->adjustment, upper * scroll->frames / SCROLL_FRAMES);

  return scroll->frames < SCROLL_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* A frame is missed where two are further apart than one and a half times the screen's. Many are missed in one
 * gap where something else had the processor, and in many where the work for a frame is too much. */
static void
scroll_through (GtkWidget *view)
{
  GtkWidget     *scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  gint64         refresh = 0;
  guint          missed = 0, gaps = 0;
  double         longest = 0;
  Scroll         scroll = {
            .adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
            .intervals = g_array_new (FALSE, FALSE, sizeof (double)),
            .works = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  gdk_frame_clock_get_refresh_info (clock, 0, &refresh, NULL);
  gtk_widget_add_tick_callback (view, scroll_cb, &scroll, NULL);
  while (scroll.frames < SCROLL_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < scroll.intervals->len; i++)
    {
      double interval = g_array_index (scroll.intervals, double, i);
      int    between = (int) (interval * 1e3 / refresh + 0.5) - 1;

      longest = MAX (longest, interval);
      if (between <= 0)
        continue;
      missed += between;
      gaps++;
    }
  g_print ("scrolling %u rows in %d frames: %u missed in %u gaps, the longest %.1f ms, p99 %.1f ms between two, the screen's %.1f ms\n",
           g_list_model_get_n_items (G_LIST_MODEL (query)), SCROLL_FRAMES, missed, gaps, longest, quantile (scroll.intervals, 0.99), refresh / 1e3);
  g_print ("work of the main thread for a frame: p50 %.1f ms, p99 %.1f ms\n", quantile (scroll.works, 0.5), quantile (scroll.works, 0.99));
  g_array_unref (scroll.intervals);
  g_array_unref (scroll.works);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DitesStore) store = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  DitesListPage *page;
  GtkWidget     *view;

  adw_init ();
  /* A cursor that blinks paints frames while nothing else happens. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  store = dites_store_open (argv[1], "bench", &error);
  if (store == NULL)
    g_error ("%s", error->message);
  settings = g_settings_new ("org.gers.Dites32");
  page = dites_list_page_new (store, settings, "intern");
  window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (window, 420, 860);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (window);
  settle (2);
  view = find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW);
  query = get_query (GTK_LIST_VIEW (view));
  g_signal_connect (gtk_widget_get_frame_clock (view), "after-paint", G_CALLBACK (after_paint_cb), NULL);

  scroll_through (view);
  settle (1);
  dites_list_page_start_search (page);
  settle (0.5);
  type_words (GTK_EDITABLE (find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY)));
  gtk_window_destroy (window);
  settle (0.5);

  return EXIT_SUCCESS;
}
