/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "test-desk.h"

G_BEGIN_DECLS

/* What the tests of pages, dialogs and widgets share. They drive a widget as a person
 * does: they find what is seen by its type and name, press it and look at the effect,
 * and at the end nothing of it may be left. A test looks like this:
 *
 *   static void
 *   test_shown (Ui *ui, gconstpointer data)
 *   {
 *     GtkWidget *page = GTK_WIDGET (dites_sidebar_page_new (ui->desk.store));
 *
 *     ui_present (ui, page);
 *     ui_press (ui_get (page, GTK_TYPE_BUTTON, "Undo"));
 *     ui_wait_for (…);
 *   }
 *
 *   int
 *   main (int argc, char *argv[])
 *   {
 *     ui_test_init (&argc, &argv);
 *     ui_test_add ("/sidebar-page/shown", test_shown);
 *
 *     return g_test_run ();
 *   }
 */
typedef struct
{
  Desk       desk;     /* with the documents of tests/ui/desk */
  GSettings *settings; /* kept in memory, at their first values */
  GtkWindow *window;   /* (nullable): the window of ui_present() */
  GPtrArray *watched;  /* of GObject *, cleared when they are finalized */
} Ui;

typedef void (*UiTest) (Ui           *ui,
                        gconstpointer data);

void       ui_test_init (int    *argc,
                         char ***argv);
void       ui_test_add (const char *path,
                        UiTest      test);
void       ui_test_add_with_data (const char   *path,
                                  UiTest        test,
                                  gconstpointer data);
void       ui_test_add_empty (const char *path,
                              UiTest      test);
void       ui_load_documents (Desk *desk);
GSettings *ui_new_settings (void);
void       ui_watch (Ui      *ui,
                     gpointer object);

GtkWindow *ui_present (Ui        *ui,
                       GtkWidget *widget);
void       ui_resize (Ui *ui,
                      int width,
                      int height);
void       ui_close (Ui *ui);
void       ui_settle (void);

gboolean   ui_has_name (GtkWidget  *widget,
                        const char *name);
GtkWidget *ui_find (GtkWidget  *root,
                    GType       type,
                    const char *name);
GtkWidget *ui_get (GtkWidget  *root,
                   GType       type,
                   const char *name);
guint      ui_count (GtkWidget  *root,
                     GType       type,
                     const char *name);
gboolean   ui_shows (GtkWidget  *root,
                     const char *text);
void       ui_press (GtkWidget *widget);
void       ui_type (GtkWidget  *widget,
                    const char *text);

const char *ui_announced (void);
gint64      ui_get_patience (void);

char *ui_dup_stored (Ui         *ui,
                     const char *id,
                     const char *member);

/* Spins the main loop until @condition holds; gives up when patience ends. */
#define ui_wait_for(condition)                                                                              \
  G_STMT_START                                                                                              \
  {                                                                                                         \
    gint64 ui_end = g_get_monotonic_time () + UI_PATIENCE;                                                  \
    while (!(condition))                                                                                    \
      {                                                                                                     \
        if (g_get_monotonic_time () > ui_end)                                                               \
          g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC, "waited in vain: " #condition); \
        g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (500);                                 \
      }                                                                                                     \
  }                                                                                                         \
  G_STMT_END

/* Waits until a member of a stored document has a value, and all have been told. */
#define ui_assert_stored(ui, id, member, expected)                                    \
  G_STMT_START                                                                        \
  {                                                                                   \
    gint64           ui_end = g_get_monotonic_time () + UI_PATIENCE;                  \
    g_autofree char *ui_stored = NULL;                                                \
    do                                                                                \
      {                                                                               \
        ui_settle ();                                                                 \
        g_free (ui_stored);                                                           \
        ui_stored = ui_dup_stored (ui, id, member);                                   \
      }                                                                               \
    while (g_strcmp0 (ui_stored, expected) != 0 && g_get_monotonic_time () < ui_end); \
    g_assert_cmpstr (ui_stored, ==, expected);                                        \
  }                                                                                   \
  G_STMT_END

#define UI_PATIENCE (ui_get_patience ())

G_END_DECLS
