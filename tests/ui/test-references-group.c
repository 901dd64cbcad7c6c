/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-references-group.h"

#include "test-ui.h"

static GtkWidget *
present (Ui         *ui,
         const char *id)
{
  g_autoptr (DitesEditor) editor = dites_editor_new (ui->desk.store, id);
  GtkWidget *page = adw_preferences_page_new ();

  ui_wait_for (dites_editor_get_document (editor) != NULL);
  dites_references_group_add_all (editor, ADW_PREFERENCES_PAGE (page));
  ui_present (ui, page);

  return page;
}

/* What refers to an intern: the placement, without her name, and the tenancy. */
static void
test_shown (Ui           *ui,
            gconstpointer data)
{
  GtkWidget *page = present (ui, "intern:camille");

  g_assert_cmpuint (ui_count (page, DITES_TYPE_REFERENCES_GROUP, NULL), ==, 2);
  ui_get (page, GTK_TYPE_LABEL, "Placements (1)");
  ui_get (page, GTK_TYPE_LABEL, "Tenancies (1)");
  ui_get (page, ADW_TYPE_ACTION_ROW, "Winter semester 2026–2027");
  ui_get (page, GTK_TYPE_BUTTON, "New Placement");
  ui_get (page, GTK_TYPE_BUTTON, "New Tenancy");
  g_assert_false (ui_shows (page, "Nothing Yet"));
}

/* It follows the store, and shows no more than the first few. */
static void
test_follows (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *page = present (ui, "intern:sacha");
  GtkWidget *group;

  ui_get (page, GTK_TYPE_LABEL, "Placements");
  ui_wait_for (ui_shows (page, "Nothing Yet"));
  group = ui_get (page, DITES_TYPE_REFERENCES_GROUP, NULL);

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *semester = g_strdup_printf ("{\"_id\":\"semester:%u\",\"season\":\"winter\",\"year\":%u}", i, 2010 + i);
      g_autofree char *placement = g_strdup_printf ("{\"intern\":\"intern:sacha\",\"semester\":\"semester:%u\"}", i);

      g_assert_cmpuint (desk_load (&ui->desk, "semester", semester), ==, 0);
      g_assert_cmpuint (desk_load (&ui->desk, "placement", placement), ==, 0);
    }
  ui_wait_for (ui_shows (group, "Placements (7)"));
  ui_get (group, ADW_TYPE_BUTTON_ROW, "Show All (7)");
  g_assert_cmpuint (ui_count (group, ADW_TYPE_ACTION_ROW, NULL), ==, 5);

  /* The latest is the first. */
  ui_get (group, ADW_TYPE_ACTION_ROW, "Winter semester 2016–2017");
  g_assert_null (ui_find (group, ADW_TYPE_ACTION_ROW, "Winter semester 2010–2011"));
}

typedef struct
{
  char *name;
  char *parameter;
} Activated;

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Activated *activated = user_data;

  g_set_str (&activated->name, g_action_get_name (G_ACTION (action)));
  g_free (activated->parameter);
  activated->parameter = g_variant_print (parameter, FALSE);
}

/* Rows open, and commands say what is wanted. */
static void
test_actions (Ui           *ui,
              gconstpointer data)
{
  GtkWidget *page = present (ui, "intern:camille");
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  Activated          activated = { NULL };
  const GActionEntry entries[] = {
    { "open-document", activated_cb, "s", NULL, NULL, { 0 } },
    { "new-referring", activated_cb, "(sss)", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &activated);
  gtk_widget_insert_action_group (page, "win", G_ACTION_GROUP (actions));

  ui_press (ui_get (page, ADW_TYPE_ACTION_ROW, "Winter semester 2026–2027"));
  g_assert_cmpstr (activated.name, ==, "open-document");
  g_assert_cmpstr (activated.parameter, ==, "'placement:camille'");

  ui_press (ui_get (page, GTK_TYPE_BUTTON, "New Tenancy"));
  g_assert_cmpstr (activated.name, ==, "new-referring");
  g_assert_cmpstr (activated.parameter, ==, "('tenancy', 'intern', 'intern:camille')");
  g_free (activated.name);
  g_free (activated.parameter);
}

/* What is not stored yet cannot be referred to. */
static void
test_draft (Ui           *ui,
            gconstpointer data)
{
  g_autoptr (DitesDocument) draft = dites_kind_new_document (dites_kind_get ("intern"), "FACTICE");
  g_autoptr (DitesEditor) editor = dites_editor_new_for_draft (ui->desk.store, draft);
  GtkWidget *page = adw_preferences_page_new ();

  dites_references_group_add_all (editor, ADW_PREFERENCES_PAGE (page));
  ui_present (ui, page);
  g_assert_cmpuint (ui_count (page, DITES_TYPE_REFERENCES_GROUP, NULL), ==, 0);

  dites_editor_set_json (editor, dites_kind_get_field (dites_kind_get ("intern"), "first_name"), "\"Lou\"");
  ui_get (page, DITES_TYPE_REFERENCES_GROUP, NULL);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ui_test_add ("/references-group/shown", test_shown);
  ui_test_add ("/references-group/follows", test_follows);
  ui_test_add ("/references-group/actions", test_actions);
  ui_test_add ("/references-group/draft", test_draft);

  return g_test_run ();
}
