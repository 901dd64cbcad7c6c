/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document-page.h"

#include "dites-field-group.h"
#include "test-ui.h"

#define PUBLISHED "It is published, but 1 rule of the law forbids that"

static GtkWidget *
present (Ui         *ui,
         const char *id)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (ui->desk.store, id);
  GtkWidget *page;

  ui_wait_for (dites_editor_get_document (editor) != NULL || dites_editor_is_missing (editor));
  page = GTK_WIDGET (dites_document_page_new (editor));
  ui_watch (ui, editor);
  ui_present (ui, page);

  return page;
}

static GtkWidget *
present_draft (Ui         *ui,
               const char *kind)
{
  g_autofree char *id = dites_document_new_id (kind);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new (kind, id);
  g_autoptr (DitesDocument) draft = dites_document_builder_end (builder);
  g_autoptr (DitesEditor) editor = dites_editor_new_for_draft (ui->desk.store, draft);
  GtkWidget *page = GTK_WIDGET (dites_document_page_new (editor));

  ui_watch (ui, editor);
  ui_present (ui, page);

  return page;
}

static gboolean
is_revealed (GtkWidget  *page,
             const char *title)
{
  GtkWidget *banner = ui_find (page, ADW_TYPE_BANNER, title);

  return banner != NULL && adw_banner_get_revealed (ADW_BANNER (banner));
}

static GtkWidget *
get_focus (GtkWidget *page)
{
  return gtk_root_get_focus (gtk_widget_get_root (page));
}

/* Every field of every kind is somewhere in its form, and each group is there once. */
static void
test_kinds (Ui           *ui,
            gconstpointer data)
{
  static const char *const ids[] = { "intern:camille", "placement:camille", "housing:studio", "tenancy:camille", "site:urgences", "partner:rose", "semester:2026-winter" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget        *page = present (ui, ids[i]);
      DitesEditor      *editor = dites_document_page_get_editor (DITES_DOCUMENT_PAGE (page));
      const DitesField *fields = dites_editor_get_kind (editor)->fields;

      g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, dites_editor_get_title (editor));
      for (const DitesField *field = fields; field->name != NULL; field++)
        {
          gboolean shown = dites_document_page_show_field (DITES_DOCUMENT_PAGE (page), field->name);

          g_assert_true (shown == ((field->flags & DITES_FIELD_LIST_ONLY) == 0));
          if (field->group != NULL && shown)
            g_assert_cmpuint (ui_count (page, DITES_TYPE_FIELD_GROUP, dites_field_get_group (field)), ==, 1);
        }
      ui_close (ui);
    }
}

/* What lists said and no field takes can be seen, and is not there otherwise. */
static void
test_extra (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *page;

  g_assert_cmpuint (desk_load (&ui->desk, "intern",
                               "{\"_id\":\"intern:more\",\"family_name\":\"FACTICE\",\"first_name\":\"Lou\","
                               "\"extra\":{\"MAIL\":\"lou.factice@exemple invalid\",\"T-shirt <M&M>\":\"<L>\"}}"),
                    ==, 0);
  page = present (ui, "intern:more");
  g_assert_true (ui_shows (page, "More from the Lists"));
  g_assert_true (ui_shows (page, "lou.factice@exemple invalid"));
  g_assert_true (ui_shows (page, "T-shirt <M&M>"));
  ui_close (ui);

  page = present (ui, "intern:camille");
  g_assert_false (ui_shows (page, "More from the Lists"));
}

/* What has been dealt with is taken away, and comes back with an undo. */
static void
test_extra_removed (Ui           *ui,
                    gconstpointer data)
{
  GtkWidget *page;

  g_assert_cmpuint (desk_load (&ui->desk, "intern",
                               "{\"_id\":\"intern:more\",\"family_name\":\"FACTICE\",\"first_name\":\"Lou\","
                               "\"extra\":{\"MAIL\":\"lou.factice@exemple invalid\",\"Taille\":\"L\"}}"),
                    ==, 0);
  page = present (ui, "intern:more");
  ui_press (ui_get (page, GTK_TYPE_BUTTON, "Remove “MAIL”"));
  ui_assert_stored (ui, "intern:more", "extra", "{\"Taille\":\"L\"}");
  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, "Remove “MAIL”"));
  g_assert_true (ui_shows (page, "More from the Lists"));
  ui_press (ui_get (page, GTK_TYPE_BUTTON, "Remove “Taille”"));
  ui_assert_stored (ui, "intern:more", "extra", NULL);
  g_assert_false (ui_shows (page, "More from the Lists"));
  /* The keyboard goes on before them. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (ui->window), page));

  desk_undo (&ui->desk);
  ui_wait_for (ui_shows (page, "Taille"));
  desk_undo (&ui->desk);
  ui_assert_stored (ui, "intern:more", "extra", "{\"MAIL\":\"lou.factice@exemple invalid\",\"Taille\":\"L\"}");
}

/* A group without anything begins folded, and opens when it is asked for or gets a value. */
static void
test_folded (Ui           *ui,
             gconstpointer data)
{
  GtkWidget   *page = present (ui, "housing:villa");
  DitesEditor *editor = dites_document_page_get_editor (DITES_DOCUMENT_PAGE (page));

  g_assert_null (ui_find (page, GTK_TYPE_DROP_DOWN, "Heating"));
  ui_press (ui_get (page, GTK_TYPE_BUTTON, "Fill In “Comfort”"));
  g_assert_nonnull (ui_find (page, GTK_TYPE_DROP_DOWN, "Heating"));
  g_assert_null (ui_find (page, GTK_TYPE_BUTTON, "Fill In “Comfort”"));

  g_assert_null (ui_find (page, GTK_TYPE_ENTRY, "Number of the Energy Certificate"));
  dites_editor_set_json (editor, dites_kind_get_field (dites_editor_get_kind (editor), "dpe"), "\"C\"");
  ui_settle ();
  g_assert_nonnull (ui_find (page, GTK_TYPE_ENTRY, "Number of the Energy Certificate"));
}

/* Who begins something new types at once, and is not told off for what is not there yet. */
static void
test_draft (Ui           *ui,
            gconstpointer data)
{
  GtkWidget   *page = present_draft (ui, "partner");
  DitesEditor *editor = dites_document_page_get_editor (DITES_DOCUMENT_PAGE (page));
  GtkWidget   *name;

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Partner without a name");
  name = ui_get (page, GTK_TYPE_ENTRY, "Name");
  ADW_NAVIGATION_PAGE_GET_CLASS (page)->shown (ADW_NAVIGATION_PAGE (page));
  g_assert_true (gtk_widget_is_ancestor (get_focus (page), name));
  g_assert_true (ui_shows (page, "Required"));
  g_assert_false (ui_shows (page, "“Name” is missing"));

  ui_type (ui_get (page, GTK_TYPE_ENTRY, "Postcode"), "32000");
  g_assert_true (ui_shows (page, "“Name” is missing"));
  ui_type (name, "Mairie d’Exemple");
  g_assert_false (ui_shows (page, "“Name” is missing"));
  ui_assert_stored (ui, dites_editor_get_id (editor), "name", "Mairie d’Exemple");
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Mairie d’Exemple");
}

/* What stands above the first thing that is needed can wait. */
static void
test_draft_focus (Ui           *ui,
                  gconstpointer data)
{
  GtkWidget *page = present_draft (ui, "intern");
  GtkWidget *name = ui_get (page, GTK_TYPE_ENTRY, "Birth Name");

  ADW_NAVIGATION_PAGE_GET_CLASS (page)->shown (ADW_NAVIGATION_PAGE (page));
  g_assert_true (gtk_widget_is_ancestor (get_focus (page), name));
}

static void
test_trash (Ui           *ui,
            gconstpointer data)
{
  GtkWidget   *page = present (ui, "partner:rose");
  DitesEditor *editor = dites_document_page_get_editor (DITES_DOCUMENT_PAGE (page));

  g_assert_false (is_revealed (page, "In the trash"));
  gtk_widget_activate_action (page, "document.trash", NULL);
  ui_wait_for (dites_editor_is_trashed (editor));
  g_assert_true (is_revealed (page, "In the trash"));
  g_assert_false (gtk_widget_is_sensitive (ui_get (page, GTK_TYPE_ENTRY, "Name")));

  gtk_widget_activate_action (page, "document.restore", NULL);
  ui_wait_for (!dites_editor_is_trashed (editor));
  g_assert_false (is_revealed (page, "In the trash"));
  g_assert_true (gtk_widget_is_sensitive (ui_get (page, GTK_TYPE_ENTRY, "Name")));
}

/* What is being typed goes to the trash with the rest. */
static void
test_trash_while_typing (Ui           *ui,
                         gconstpointer data)
{
  GtkWidget   *page = present (ui, "partner:rose");
  DitesEditor *editor = dites_document_page_get_editor (DITES_DOCUMENT_PAGE (page));
  GtkWidget   *name = ui_get (page, GTK_TYPE_ENTRY, "Name");

  gtk_widget_grab_focus (name);
  gtk_editable_set_text (GTK_EDITABLE (name), "Mme Rose EXEMPLE");
  gtk_widget_activate_action (page, "document.trash", NULL);
  ui_wait_for (dites_editor_is_trashed (editor));
  gtk_widget_activate_action (page, "document.restore", NULL);
  ui_wait_for (!dites_editor_is_trashed (editor));
  ui_assert_stored (ui, "partner:rose", "name", "Mme Rose EXEMPLE");
}

static void
test_duplicate (Ui           *ui,
                gconstpointer data)
{
  GtkWidget *page = present (ui, "housing:studio");

  gtk_widget_activate_action (page, "document.duplicate", NULL);
  ui_wait_for (g_strcmp0 (dites_store_get_undo_name (ui->desk.store), "New document: Studio au pied de l’exemple") == 0);
}

static void
test_missing (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *page = present (ui, "partner:nobody");

  g_assert_true (ui_shows (page, "Not Here Any More"));
}

/* There is no need to save, but who does finds it done. */
static void
test_save (Ui           *ui,
           gconstpointer data)
{
  GtkWidget *page = present (ui, "partner:rose");
  GtkWidget *name = ui_get (page, GTK_TYPE_ENTRY, "Name");

  gtk_widget_grab_focus (name);
  gtk_editable_set_text (GTK_EDITABLE (name), "Mme Rose EXEMPLE");
  gtk_widget_activate_action (page, "document.save", NULL);
  g_assert_true (gtk_widget_is_ancestor (get_focus (page), name));
  ui_assert_stored (ui, "partner:rose", "name", "Mme Rose EXEMPLE");
}

/* A store that cannot write: what was typed stays, and the page says so until it is written. */
static void
test_failure (Ui           *ui,
              gconstpointer data)
{
  GtkWidget       *page = present (ui, "partner:rose");
  DitesEditor     *editor = dites_document_page_get_editor (DITES_DOCUMENT_PAGE (page));
  g_autofree char *script = g_strdup_printf ("sqlite3 '%s'/dites32.sqlite \"CREATE TRIGGER full BEFORE UPDATE ON document BEGIN SELECT RAISE (FAIL, 'full'); END\"", ui->desk.directory);
  g_autofree char *mend = g_strdup_printf ("sqlite3 '%s'/dites32.sqlite 'DROP TRIGGER full'", ui->desk.directory);
  g_autofree char *title = NULL;
  GtkWidget       *name = ui_get (page, GTK_TYPE_ENTRY, "Name");

  g_assert_nonnull (ui_find (page, GTK_TYPE_IMAGE, "All changes are saved"));
  g_assert_cmpint (system (script), ==, 0);
  ui_type (name, "Mme Rose EXEMPLE");
  ui_wait_for (dites_editor_get_failure (editor) != NULL);
  ui_settle ();
  title = g_strdup_printf ("Not saved: %s", dites_editor_get_failure (editor)->message);
  g_assert_true (is_revealed (page, title));
  g_assert_nonnull (ui_find (page, GTK_TYPE_IMAGE, "Not saved"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Mme Rose EXEMPLE");

  g_assert_cmpint (system (mend), ==, 0);
  gtk_widget_activate_action (page, "document.save", NULL);
  ui_assert_stored (ui, "partner:rose", "name", "Mme Rose EXEMPLE");
  ui_wait_for (ui_find (page, GTK_TYPE_IMAGE, "All changes are saved") != NULL);
  g_assert_false (is_revealed (page, title));
}

/* What was right when it was published, and is no more. */
static void
test_obstacles (Ui           *ui,
                gconstpointer data)
{
  GtkWidget *page = present (ui, "housing:studio");
  GtkWidget *deposit;

  g_assert_false (is_revealed (page, PUBLISHED));
  deposit = ui_get (page, GTK_TYPE_ENTRY, "Deposit");
  ui_type (deposit, "390");
  g_assert_true (is_revealed (page, PUBLISHED));
  gtk_widget_grab_focus (ui_get (page, GTK_TYPE_ENTRY, "Title"));
  gtk_widget_activate_action (page, "document.show-obstacle", NULL);
  g_assert_true (gtk_widget_is_ancestor (get_focus (page), deposit));
  ui_type (deposit, "0");
  g_assert_false (is_revealed (page, PUBLISHED));
}

/* The keyboard goes back through the form the way that it came. */
static void
test_backwards (Ui           *ui,
                gconstpointer data)
{
  GtkWidget *page = present (ui, "housing:studio");
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (page));
  GtkWidget *came[4];

  gtk_widget_grab_focus (ui_get (page, GTK_TYPE_ENTRY, "Title"));
  for (guint i = 0; i < G_N_ELEMENTS (came); i++)
    {
      came[i] = get_focus (page);
      gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
      g_assert_true (get_focus (page) != came[i]);
    }
  for (guint i = G_N_ELEMENTS (came); i > 0; i--)
    {
      gtk_widget_child_focus (root, GTK_DIR_TAB_BACKWARD);
      g_assert_true (get_focus (page) == came[i - 1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/document-page/kinds", test_kinds);
  ui_test_add ("/document-page/extra", test_extra);
  ui_test_add ("/document-page/extra-removed", test_extra_removed);
  ui_test_add ("/document-page/backwards", test_backwards);
  ui_test_add ("/document-page/folded", test_folded);
  ui_test_add ("/document-page/draft", test_draft);
  ui_test_add ("/document-page/draft-focus", test_draft_focus);
  ui_test_add ("/document-page/trash", test_trash);
  ui_test_add ("/document-page/trash-while-typing", test_trash_while_typing);
  ui_test_add ("/document-page/duplicate", test_duplicate);
  ui_test_add ("/document-page/missing", test_missing);
  ui_test_add ("/document-page/save", test_save);
  ui_test_add ("/document-page/failure", test_failure);
  ui_test_add ("/document-page/obstacles", test_obstacles);

  return g_test_run ();
}
