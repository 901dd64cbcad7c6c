/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-choice-row.h"
#include "dites-field-note.h"

#include "test-field-row.h"

static void
choose (GtkWidget  *drop_down,
        const char *label)
{
  GListModel *labels = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    if (strcmp (gtk_string_list_get_string (GTK_STRING_LIST (labels), i), label) == 0)
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
        ui_settle ();
        return;
      }
  g_error ("There is no choice “%s”", label);
}

static const char *
get_chosen (GtkWidget *drop_down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down)));
}

static void
test_choose (Ui           *ui,
             gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "phase");
  GtkWidget *drop_down = ui_get (row.row, GTK_TYPE_DROP_DOWN, "Phase");

  g_assert_true (DITES_IS_CHOICE_ROW (row.row));
  g_assert_cmpstr (get_chosen (drop_down), ==, "Foundation");
  g_assert_nonnull (ui_find (row.row, GTK_TYPE_TOGGLE_BUTTON, "Phase: Foundation"));
  choose (drop_down, "Advanced");
  ui_assert_stored (ui, "intern:camille", "phase", "approfondissement");
  g_assert_nonnull (ui_find (row.row, GTK_TYPE_TOGGLE_BUTTON, "Phase: Advanced"));
  choose (drop_down, "Not stated");
  ui_assert_stored (ui, "intern:camille", "phase", NULL);
}

/* A list that is long can be searched, without accents too. */
static void
test_search (Ui           *ui,
             gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "des");
  GtkWidget     *drop_down = ui_get (row.row, GTK_TYPE_DROP_DOWN, NULL);
  GtkExpression *expression = gtk_drop_down_get_expression (GTK_DROP_DOWN (drop_down));
  g_autoptr (GtkStringObject) item = gtk_string_object_new ("Médecine générale");
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_true (gtk_drop_down_get_enable_search (GTK_DROP_DOWN (drop_down)));
  g_assert_true (gtk_expression_evaluate (expression, item, &value));
  g_assert_nonnull (strstr (g_value_get_string (&value), "medecine generale"));
  g_assert_nonnull (strstr (g_value_get_string (&value), "Médecine générale"));
}

static GtkWidget *
get_note (GtkWidget *row)
{
  return gtk_widget_get_last_child (ui_get (row, DITES_TYPE_FIELD_NOTE, NULL));
}

/* What is none of the choices is shown as it stands. */
static void
test_unknown (Ui           *ui,
              gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "intern:camille", "phase");
  GtkWidget *drop_down = ui_get (row.row, GTK_TYPE_DROP_DOWN, NULL);

  dites_editor_set_json (row.editor, dites_field_row_get_field (DITES_FIELD_ROW (row.row)), "\"later\"");
  ui_settle ();
  g_assert_cmpstr (get_chosen (drop_down), ==, "later");
  g_assert_true (row_is_invalid (drop_down));
  /* The button in it, which has the focus, says why. */
  g_assert_true (row_is_invalid (gtk_widget_get_first_child (drop_down)));
  gtk_test_accessible_assert_relation (gtk_widget_get_first_child (drop_down), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, get_note (row.row), NULL);
  choose (drop_down, "Foundation");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  g_assert_false (row_is_invalid (drop_down));
  ui_assert_stored (ui, "intern:camille", "phase", "socle");
}

/* A part of what another field refers to has its field's name too. */
static void
test_part (Ui           *ui,
           gconstpointer data)
{
  g_auto (Row) row = row_present (ui, "tenancy:camille", "unit");

  g_assert_nonnull (ui_find (row.row, GTK_TYPE_TOGGLE_BUTTON, "Room: Not Specified"));
}

/* What the law forbids to publish stays what it is; each reason stands there until there is none. */
static void
test_publication (Ui           *ui,
                  gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *json;
  } missing[] = {
    { "charges_cents", "0" },
    { "deposit_cents", "0" },
    { "fees_cents", "0" },
  };
  g_auto (Row) row = row_present (ui, "housing:villa", "state");
  GtkWidget *drop_down = ui_get (row.row, GTK_TYPE_DROP_DOWN, "State");

  choose (drop_down, "Published");
  g_assert_cmpstr (get_chosen (drop_down), ==, "Draft");
  g_assert_true (row_is_invalid (drop_down));
  g_assert_true (ui_shows (row.row,
                           "The law forbids to publish it as it is:\n"
                           "• The charges are missing: an offer must give their amount, also when it is 0\n"
                           "• The deposit is missing: an offer must give it, also when it is 0\n"
                           "• The fees are missing: an offer must say what the tenant pays, also when it is 0"));
  g_assert_false (dites_editor_is_saving (row.editor));

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_assert_true (row_is_invalid (drop_down));
      dites_editor_set_json (row.editor, dites_kind_get_field (dites_editor_get_kind (row.editor), missing[i].field), missing[i].json);
    }
  g_assert_false (row_is_invalid (drop_down));
  g_assert_cmpstr (get_chosen (drop_down), ==, "Draft");
  choose (drop_down, "Published");
  ui_assert_stored (ui, "housing:villa", "state", "published");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  ui_test_add ("/choice-row/choose", test_choose);
  ui_test_add ("/choice-row/search", test_search);
  ui_test_add ("/choice-row/unknown", test_unknown);
  ui_test_add ("/choice-row/part", test_part);
  ui_test_add ("/choice-row/publication", test_publication);

  return g_test_run ();
}
