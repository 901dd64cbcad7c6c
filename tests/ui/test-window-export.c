/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-field-row.h"
#include "dites-preview-dialog.h"
#include "dites-window.h"

#include "test-ui.h"

static DitesWindow *
present (Ui         *ui,
         const char *id)
{
  DitesWindow *window = dites_window_new (NULL, ui->desk.store, ui->settings);

  ui_present (ui, GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", id);
  ui_settle ();

  return window;
}

static AdwDialog *
get_dialog (DitesWindow *window)
{
  AdwDialog *dialog;

  ui_wait_for ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) != NULL);

  return dialog;
}

/* What is being typed is in the preview. */
static void
test_preview (Ui           *ui,
              gconstpointer data)
{
  DitesWindow *window = present (ui, "housing:studio");
  GtkWidget   *title = ui_get (ui_get (GTK_WIDGET (window), DITES_TYPE_FIELD_ROW, "Title"), GTK_TYPE_ENTRY, NULL);
  AdwDialog   *dialog;

  gtk_widget_grab_focus (title);
  gtk_editable_set_text (GTK_EDITABLE (title), "Studio renommé");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.preview", "s", "");
  dialog = get_dialog (window);
  ui_watch (ui, dialog);
  g_assert_true (DITES_IS_PREVIEW_DIALOG (dialog));
  ui_assert_stored (ui, "housing:studio", "title", "Studio renommé");
  adw_dialog_force_close (dialog);
}

/* The law stands before the printer; it is said why. */
static void
test_refused (Ui           *ui,
              gconstpointer data)
{
  DitesWindow             *window = present (ui, "housing:villa");
  static const char *const actions[] = { "win.export-pdf", "win.print" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      AdwDialog *dialog;

      gtk_widget_activate_action (GTK_WIDGET (window), actions[i], "s", "housing:villa");
      dialog = get_dialog (window);
      ui_watch (ui, dialog);
      ui_watch (ui, adw_dialog_get_child (dialog));
      g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
      g_assert_nonnull (g_strstr_len (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), -1, "The charges are missing"));
      adw_dialog_force_close (dialog);
      ui_settle ();
    }
}

/* The buttons of a home know whether it may be handed out. */
static void
test_buttons (Ui           *ui,
              gconstpointer data)
{
  DitesWindow *window = present (ui, "housing:villa");
  AdwDialog   *dialog;

  ui_press (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Preview"));
  dialog = get_dialog (window);
  ui_watch (ui, dialog);
  g_assert_true (DITES_IS_PREVIEW_DIALOG (dialog));
  adw_dialog_force_close (dialog);

  g_assert_false (gtk_widget_is_sensitive (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Print")));
  g_assert_false (gtk_widget_is_sensitive (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Export as PDF")));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-document", "s", "housing:studio");
  ui_wait_for (ui_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Take Offline") != NULL);
  g_assert_true (gtk_widget_is_sensitive (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Print")));
  g_assert_true (gtk_widget_is_sensitive (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Export as PDF")));
}

static void
test_no_home (Ui           *ui,
              gconstpointer data)
{
  DitesWindow *window = present (ui, "intern:camille");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", "s", "");
  ui_wait_for (ui_shows (GTK_WIDGET (window), "Sheets are made of homes: one must be shown"));
}

static void
test_catalogue (Ui           *ui,
                gconstpointer data)
{
  DitesWindow      *window = present (ui, "housing:studio");
  const char *const ids[] = { "housing:studio", NULL };
  AdwDialog        *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.catalogue", "^as", ids);
  dialog = get_dialog (window);
  ui_watch (ui, dialog);
  ui_get (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW, "1 home will be in it");
  adw_dialog_force_close (dialog);
}

static void
test_told (Ui           *ui,
           gconstpointer data)
{
  DitesWindow *window = present (ui, "housing:studio");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell-file", "(^ays)", "/nowhere/Studio <b>.pdf", "");
  ui_wait_for (ui_shows (GTK_WIDGET (window), "“Studio <b>.pdf” was saved"));
  g_assert_cmpstr (ui_announced (), ==, "“Studio <b>.pdf” was saved");
  ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Open");
  ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Show in Folder");
}

/* More than the threads that are there for tasks; they are busy until the test says so. */
#define JAM 40

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean over;
  int      done; /* (atomic) */
} Jam;

static void
wait_in_jam (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Jam *jam = task_data;

  g_mutex_lock (&jam->mutex);
  while (!jam->over)
    g_cond_wait (&jam->cond, &jam->mutex);
  g_mutex_unlock (&jam->mutex);
  g_task_return_boolean (task, TRUE);
  g_atomic_int_inc (&jam->done);
}

/* A sheet that takes its time can be given up. */
static void
test_given_up (Ui           *ui,
               gconstpointer data)
{
  DitesWindow *window = present (ui, "housing:studio");
  Jam          jam = { .over = FALSE };

  g_mutex_init (&jam.mutex);
  g_cond_init (&jam.cond);
  for (guint i = 0; i < JAM; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_task_data (task, &jam, NULL);
      g_task_run_in_thread (task, wait_in_jam);
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", "s", "housing:studio");
  ui_wait_for (ui_shows (GTK_WIDGET (window), "Drawing the sheet…"));
  ui_press (ui_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Cancel"));
  g_mutex_lock (&jam.mutex);
  jam.over = TRUE;
  g_cond_broadcast (&jam.cond);
  g_mutex_unlock (&jam.mutex);
  ui_wait_for (!ui_shows (GTK_WIDGET (window), "Drawing the sheet…"));
  ui_wait_for (g_atomic_int_get (&jam.done) == JAM);
  g_mutex_clear (&jam.mutex);
  g_cond_clear (&jam.cond);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/window-export/preview", test_preview);
  ui_test_add ("/window-export/refused", test_refused);
  ui_test_add ("/window-export/buttons", test_buttons);
  ui_test_add ("/window-export/no-home", test_no_home);
  ui_test_add ("/window-export/catalogue", test_catalogue);
  ui_test_add ("/window-export/told", test_told);
  ui_test_add ("/window-export/given-up", test_given_up);

  return g_test_run ();
}
