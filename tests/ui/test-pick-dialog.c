/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-pick-dialog.h"

#include "test-ui.h"

typedef struct
{
  char *id;
  char *text;
} Answer;

static void
picked_cb (DitesPickDialog *dialog,
           const char      *id,
           const char      *title,
           Answer          *answer)
{
  g_set_str (&answer->id, id);
  g_set_str (&answer->text, title);
}

static void
create_requested_cb (DitesPickDialog *dialog,
                     const char      *text,
                     Answer          *answer)
{
  g_set_str (&answer->text, text);
}

static GtkWidget *
present (Ui         *ui,
         const char *kind,
         Answer     *answer)
{
  GtkWidget *dialog = GTK_WIDGET (dites_pick_dialog_new (ui->desk.store, dites_kind_get (kind), "Who"));

  g_signal_connect (dialog, "picked", G_CALLBACK (picked_cb), answer);
  g_signal_connect (dialog, "create-requested", G_CALLBACK (create_requested_cb), answer);
  ui_present (ui, dialog);

  return dialog;
}

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->id, g_free);
  g_clear_pointer (&answer->text, g_free);
}

/* What is typed narrows the list, and Enter takes the first that is left, also before it is there. */
static void
test_typed (Ui           *ui,
            gconstpointer data)
{
  Answer     answer = { NULL };
  GtkWidget *dialog = present (ui, "intern", &answer);
  GtkWidget *entry = ui_get (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);

  g_assert_true (gtk_widget_get_focus_child (dialog) != NULL);
  ui_wait_for (ui_shows (dialog, "FICTIF Camille"));
  ui_type (entry, "camille");
  ui_wait_for (answer.id != NULL);
  g_assert_cmpstr (answer.id, ==, "intern:camille");
  g_assert_cmpstr (answer.text, ==, "FICTIF Camille");
  answer_clear (&answer);
}

/* Where nothing is found Enter makes nothing by mistake; the command does, with what was typed. */
static void
test_create (Ui           *ui,
             gconstpointer data)
{
  Answer     answer = { NULL };
  GtkWidget *dialog = present (ui, "partner", &answer);
  GtkWidget *entry = ui_get (dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *button = ui_get (dialog, GTK_TYPE_BUTTON, "New Partner");

  ui_type (entry, " Mairie de Fictif ");
  ui_wait_for (ui_shows (dialog, "No Results"));
  g_assert_null (answer.text);
  ui_wait_for (gtk_widget_has_focus (button));
  g_assert_true (ui_has_name (button, "New Partner “Mairie de Fictif”"));
  ui_press (button);
  g_assert_cmpstr (answer.text, ==, "Mairie de Fictif");
  g_assert_null (answer.id);
  answer_clear (&answer);
}

/* Without any document it says so. */
static void
test_empty (Ui           *ui,
            gconstpointer data)
{
  Answer     answer = { NULL };
  GtkWidget *dialog = present (ui, "site", &answer);

  ui_wait_for (ui_shows (dialog, "There are none yet."));
  ui_press (ui_get (dialog, GTK_TYPE_BUTTON, "New Stage Site"));
  g_assert_cmpstr (answer.text, ==, "");
  answer_clear (&answer);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/pick-dialog/typed", test_typed);
  ui_test_add ("/pick-dialog/create", test_create);
  ui_test_add_empty ("/pick-dialog/empty", test_empty);

  return g_test_run ();
}
