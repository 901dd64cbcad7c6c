/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-history-dialog.h"

#include "dites-editor.h"
#include "test-ui.h"

static void
set (Ui         *ui,
     const char *id,
     const char *member,
     const char *json)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (ui->desk.store, id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ui_wait_for (dites_editor_get_document (editor) != NULL);
  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), member), json);
  dites_editor_flush_async (editor, NULL, desk_keep_result_cb, &result);
  desk_wait (&result);
  dites_editor_flush_finish (editor, result, &error);
  g_assert_no_error (error);
}

/* What one document had before and after, its references by their names; and what was done is undone. */
static void
test_document (Ui           *ui,
               gconstpointer data)
{
  GtkWidget *dialog;

  set (ui, "tenancy:camille", "intern", "\"intern:alix\"");
  set (ui, "tenancy:camille", "remarks", "\"Clés à la mairie\"");
  dialog = GTK_WIDGET (dites_history_dialog_new (ui->desk.store, "tenancy:camille"));
  ui_present (ui, dialog);
  ui_wait_for (ui_shows (dialog, "Intern: FICTIF Camille → BIDON Alix"));
  ui_wait_for (ui_shows (dialog, "Remarks: empty → Clés à la mairie"));

  /* The latest is the first; the other one is taken back all the same. */
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "Undo This"));
  ui_assert_stored (ui, "tenancy:camille", "remarks", NULL);
  ui_assert_stored (ui, "tenancy:camille", "intern", "intern:alix");
  ui_wait_for (ui_shows (dialog, "Remarks: Clés à la mairie → empty"));
}

/* All of the history, and the sentence that says why something cannot be undone. */
static void
test_conflict (Ui           *ui,
               gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (dites_history_dialog_new (ui->desk.store, NULL));
  GtkWidget *label;

  set (ui, "intern:alix", "first_name", "\"Alex\"");
  ui_present (ui, dialog);
  ui_wait_for (ui_shows (dialog, "BIDON Alex: First Name"));
  set (ui, "intern:alix", "first_name", "\"Alexis\"");
  ui_wait_for (ui_shows (dialog, "BIDON Alexis: First Name"));

  label = ui_get (dialog, GTK_TYPE_LABEL, "BIDON Alex: First Name");
  ui_press (gtk_widget_get_last_child (gtk_widget_get_parent (gtk_widget_get_parent (label))));
  ui_wait_for (ui_shows (dialog, "“First Name” of “BIDON Alexis” was changed by somebody else in the meantime"));
  ui_assert_stored (ui, "intern:alix", "first_name", "Alexis");
}

static void
test_empty (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (dites_history_dialog_new (ui->desk.store, NULL));
  GtkWidget *other;

  ui_present (ui, dialog);
  ui_wait_for (ui_shows (dialog, "Nothing Yet"));

  other = GTK_WIDGET (dites_history_dialog_new (ui->desk.store, "intern:nobody"));
  ui_watch (ui, other);
  adw_dialog_present (ADW_DIALOG (other), GTK_WIDGET (ui->window));
  ui_wait_for (ui_shows (other, "The History Cannot Be Read"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/history-dialog/document", test_document);
  ui_test_add ("/history-dialog/conflict", test_conflict);
  ui_test_add_empty ("/history-dialog/empty", test_empty);

  return g_test_run ();
}
