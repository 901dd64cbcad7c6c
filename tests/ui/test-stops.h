/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libintl.h>
#include <sys/stat.h>

#include "dites-bulk-dialog.h"
#include "dites-catalogue-dialog.h"
#include "dites-due-dialog.h"
#include "dites-history-dialog.h"
#include "dites-pick-dialog.h"
#include "dites-preferences-dialog.h"
#include "dites-preview-dialog.h"
#include "dites-list-page.h"
#include "dites-list-row.h"
#include "dites-trash-page.h"

#include "test-plan.h"
#include "test-sql.h"

/* The ways to every page and dialog, in whatever language the program speaks. Each shows it in
 * a window and returns what is to be looked at: the window, or a dialog. */
typedef GtkWidget *(*Way) (Ui        *ui,
                           GtkWidget *window);

/* ---- Ways to pages and dialogs */

static GtkWidget *
go_list (Ui        *ui,
         GtkWidget *window)
{
  return window;
}

static GtkWidget *
go_search (Ui        *ui,
           GtkWidget *window)
{
  ui_type (ui_get (window, GTK_TYPE_SEARCH_ENTRY, NULL), "zzzz");
  ui_settle ();
  ui_settle ();

  return window;
}

static GtkWidget *
go_several (Ui        *ui,
            GtkWidget *window)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, gettext ("Select Several"))), TRUE);
  ui_settle ();

  return window;
}

static GtkWidget *
open_document (GtkWidget  *window,
               const char *id)
{
  gtk_widget_activate_action (window, "win.open-document", "s", id);
  ui_settle ();
  ui_settle ();

  return window;
}

static GtkWidget *
go_intern (Ui        *ui,
           GtkWidget *window)
{
  return open_document (window, "intern:camille");
}

static GtkWidget *
go_home (Ui        *ui,
         GtkWidget *window)
{
  return open_document (window, "housing:villa");
}

static GtkWidget *
go_placement (Ui        *ui,
              GtkWidget *window)
{
  return open_document (window, "placement:camille");
}

static GtkWidget *
go_tenancy (Ui        *ui,
            GtkWidget *window)
{
  return open_document (window, "tenancy:camille");
}

static GtkWidget *
go_partner (Ui        *ui,
            GtkWidget *window)
{
  return open_document (window, "partner:rose");
}

static GtkWidget *
go_trash (Ui        *ui,
          GtkWidget *window)
{
  open_document (window, "intern:alix");
  gtk_widget_activate_action (ui_get (window, ADW_TYPE_PREFERENCES_PAGE, NULL), "document.trash", NULL);
  ui_settle ();
  gtk_widget_activate_action (window, "win.show-trash", NULL);
  ui_get (ui_get (window, DITES_TYPE_TRASH_PAGE, NULL), DITES_TYPE_LIST_ROW, NULL);
  ui_settle ();

  return window;
}

/* A document that is in the trash, as what refers to it leads there. */
static GtkWidget *
go_trashed (Ui        *ui,
            GtkWidget *window)
{
  open_document (window, "intern:alix");
  gtk_widget_activate_action (ui_get (window, ADW_TYPE_PREFERENCES_PAGE, NULL), "document.trash", NULL);
  ui_settle ();

  return open_document (window, "intern:alix");
}

/* The communes that are proposed while somebody types. */
static GtkWidget *
go_communes (Ui        *ui,
             GtkWidget *window)
{
  GtkWidget *entry;

  open_document (window, "partner:rose");
  entry = ui_get (window, GTK_TYPE_ENTRY, dites_field_get_label (dites_kind_get_field (dites_kind_get ("partner"), "commune")));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "saint");
  ui_get (entry, GTK_TYPE_LIST_BOX, NULL);
  ui_settle ();

  return window;
}

/* What is said of a list that cannot be read stays there when it could be read again. */
static GtkWidget *
go_unread (Ui        *ui,
           GtkWidget *window)
{
  ui_run_sql (ui, "ALTER TABLE listing RENAME TO elsewhere");
  gtk_widget_activate_action (window, "win.show-kind", "s", "partner");
  ui_get (window, ADW_TYPE_STATUS_PAGE, gettext ("The List Cannot Be Read"));
  ui_run_sql (ui, "ALTER TABLE elsewhere RENAME TO listing");

  return window;
}

/* A list that comes through a pipe, to which nobody writes, is read for as long as it takes. */
static GtkWidget *
go_reading (Ui        *ui,
            GtkWidget *window)
{
  g_autofree char *path = g_build_filename (ui->desk.directory, "pipe.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  dites_window_import (DITES_WINDOW (window), &file, 1);
  ui_get (window, ADW_TYPE_STATUS_PAGE, gettext ("Reading the List…"));

  return window;
}

static GtkWidget *
go_plan (Ui        *ui,
         GtkWidget *window)
{
  g_autoptr (GFile) file = new_file (ui, "liste.csv", mixed, -1);

  dites_window_import (DITES_WINDOW (window), &file, 1);
  ui_get (window, GTK_TYPE_LABEL, "FICTIF Camille");

  return window;
}

static GtkWidget *
go_sidebar (Ui        *ui,
            GtkWidget *window)
{
  GtkWidget *list = ui_get (window, DITES_TYPE_LIST_PAGE, NULL);
  GtkWidget *inner = gtk_widget_get_ancestor (list, ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  GtkWidget *outer = gtk_widget_get_ancestor (gtk_widget_get_parent (inner), ADW_TYPE_NAVIGATION_SPLIT_VIEW);

  adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (outer), FALSE);
  ui_settle ();

  return window;
}

static GtkWidget *
go_filters (Ui        *ui,
            GtkWidget *window)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (window, GTK_TYPE_TOGGLE_BUTTON, gettext ("Filters"))), TRUE);
  ui_settle ();

  return window;
}

static GtkWidget *
go_draft (Ui        *ui,
          GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.new-document", "s", "");
  ui_settle ();
  ui_settle ();

  return window;
}

static GtkWidget *
go_semester (Ui        *ui,
             GtkWidget *window)
{
  return open_document (window, "semester:2026-winter");
}

static GtkWidget *
go_site (Ui        *ui,
         GtkWidget *window)
{
  return open_document (window, "site:urgences");
}

/* With what lists said of somebody that no field has. */
static GtkWidget *
go_extra (Ui        *ui,
          GtkWidget *window)
{
  g_assert_cmpuint (desk_load (&ui->desk, "intern",
                               "{\"_id\":\"intern:extra\",\"family_name\":\"EXEMPLE-ESSAI\",\"first_name\":\"Marie-Antoinette\",\"extra\":"
                               "{\"MAÎTRE DE STAGE UNIVERSITAIRE\":\"Dr ESSAI (Eauze)\\nDr MODÈLE (Nogaro)\",\"N° POSTE\":\"MG-32-014\"}}"),
                    ==, 0);

  return open_document (window, "intern:extra");
}

static GtkWidget *
go_columns (Ui        *ui,
            GtkWidget *window)
{
  GtkWidget *page, *panes;

  go_plan (ui, window);
  page = ui_get (window, DITES_TYPE_PLAN_PAGE, NULL);
  panes = ui_find (page, ADW_TYPE_TOGGLE_GROUP, NULL);
  /* A wide page shows both. */
  if (panes != NULL)
    adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (panes), "settings");
  ui_settle ();

  return window;
}

static GtkWidget *
go_no_list (Ui        *ui,
            GtkWidget *window)
{
  g_autoptr (GFile) file = new_file (ui, "photo.png", "\x89PNG\r\n\x1a\n and more", -1);

  dites_window_import (DITES_WINDOW (window), &file, 1);
  ui_wait_for (ui_shows (window, gettext ("This Is Not a List")));

  return window;
}

static GtkWidget *
show_dialog (GtkWidget *window,
             gpointer   dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), window);
  ui_settle ();
  ui_settle ();

  return dialog;
}

static GtkWidget *
go_bulk (Ui        *ui,
         GtkWidget *window)
{
  static const char *const ids[] = { "housing:studio", NULL };
  DitesBulkDialog         *dialog = dites_bulk_dialog_new (ui->desk.store, dites_kind_get ("housing"), ids);
  const char              *equipment = dites_field_get_label (dites_kind_get_field (dites_kind_get ("housing"), "equipment"));
  AdwComboRow             *field;
  GListModel              *fields;

  show_dialog (window, dialog);
  field = ADW_COMBO_ROW (ui_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, gettext ("_Field")));
  fields = adw_combo_row_get_model (field);
  /* The field with most to choose from. */
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (fields), i), equipment) == 0)
      adw_combo_row_set_selected (field, i);
  ui_settle ();

  return GTK_WIDGET (dialog);
}

static GtkWidget *
go_history (Ui        *ui,
            GtkWidget *window)
{
  return show_dialog (window, dites_history_dialog_new (ui->desk.store, NULL));
}

static GtkWidget *
go_pick (Ui        *ui,
         GtkWidget *window)
{
  return show_dialog (window, dites_pick_dialog_new (ui->desk.store, dites_kind_get ("site"), dites_kind_get_plural (dites_kind_get ("site"))));
}

static GtkWidget *
go_catalogue (Ui        *ui,
              GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.new-catalogue", NULL);

  return ui_get (window, DITES_TYPE_CATALOGUE_DIALOG, NULL);
}

static GtkWidget *
go_preferences (Ui        *ui,
                GtkWidget *window)
{
  return show_dialog (window, dites_preferences_dialog_new (ui->desk.store, ui->settings));
}

static GtkWidget *
go_preview (Ui        *ui,
            GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.preview", "s", "housing:studio");

  return ui_get (window, DITES_TYPE_PREVIEW_DIALOG, NULL);
}

static GtkWidget *
go_due (Ui        *ui,
        GtkWidget *window)
{
  g_autofree char *today = dites_day_to_iso (dites_day_today ());
  g_autofree char *json = g_strdup_printf ("{\"_id\":\"tenancy:due\",\"housing\":\"housing:studio\",\"intern\":\"intern:alix\",\"start\":\"%s\",\"state\":\"reserved\"}", today);

  g_assert_cmpuint (desk_load (&ui->desk, "tenancy", json), ==, 0);

  return show_dialog (window, dites_due_dialog_new (ui->desk.store));
}

static GtkWidget *
go_preview_text (Ui        *ui,
                 GtkWidget *window)
{
  GtkWidget *dialog = go_preview (ui, window);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (dialog, GTK_TYPE_TOGGLE_BUTTON, gettext ("Show as Text"))), TRUE);
  ui_settle ();

  return dialog;
}

static const struct
{
  const char *name;
  const char *kind;
  Way         go;
  gboolean    once; /* to be looked at where there is least room, and that is enough */
} stops[] = {
  { "list-intern", "intern", go_list },
  { "list-housing", "housing", go_list },
  { "search", "intern", go_search },
  { "several", "housing", go_several },
  { "intern", "intern", go_intern },
  { "home", "housing", go_home },
  { "placement", "placement", go_placement },
  { "tenancy", "tenancy", go_tenancy },
  { "partner", "partner", go_partner },
  { "sidebar", "intern", go_sidebar },
  { "filters", "housing", go_filters },
  { "new-intern", "intern", go_draft },
  { "new-housing", "housing", go_draft },
  { "semester", "semester", go_semester },
  { "site", "site", go_site },
  { "extra", "intern", go_extra },
  { "trash", "intern", go_trash },
  { "trashed", "intern", go_trashed },
  { "communes", "partner", go_communes },
  { "unread", "intern", go_unread, TRUE },
  { "reading", "intern", go_reading, TRUE },
  { "plan", "intern", go_plan },
  { "columns", "intern", go_columns },
  { "no-list", "intern", go_no_list },
  { "bulk", "housing", go_bulk },
  { "history", "intern", go_history },
  { "pick", "placement", go_pick },
  { "catalogue", "housing", go_catalogue },
  { "preferences", "intern", go_preferences },
  { "preview", "housing", go_preview },
  { "preview-text", "housing", go_preview_text },
  { "due", "intern", go_due },
};
