/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-facts.h"

#include <glib/gi18n.h>

#include "dites-cell.h"
#include "dites-semester.h"

/**
 * DitesPlanFacts:
 *
 * How a list was read, and for which semester: what was found, to be changed.
 * “changed” asks for a new plan of the import.
 */
struct _DitesPlanFacts
{
  AdwPreferencesGroup parent_instance;

  DitesImport *import;  /* (nullable) */
  GPtrArray   *terms;   /* of char *: what to say of the semesters to choose from; the first is NULL */
  GPtrArray   *kinds;   /* of DitesKind */
  gboolean     showing; /* what changes is not changed by a person */

  AdwComboRow  *semester_row;
  AdwComboRow  *kind_row;
  AdwSwitchRow *repair_row;
  AdwComboRow  *encoding_row;
};

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
} DitesPlanFactsSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DitesPlanFacts, dites_plan_facts, ADW_TYPE_PREFERENCES_GROUP)

/* Semesters to choose from: as many years back and forth as lists come for. */
#define YEARS_BACK  3
#define YEARS_FORTH 1

/* What lists come in; the first is found by the bytes. */
static const char *const encodings[] = { NULL, "utf-8", "windows-1252", "utf-16le", "utf-16be", "macintosh" };

static char *
dup_encoding_label (const char *encoding)
{
  if (g_str_has_prefix (encoding, "windows-"))
    return g_strdup_printf ("W%s", encoding + 1);
  if (g_str_has_prefix (encoding, "macintosh"))
    return g_strdup ("Macintosh");

  return g_ascii_strup (encoding, -1);
}

static const char *
get_separator_label (char separator)
{
  switch (separator)
    {
    case ';':
      return _("separated by semicolons");
    case ',':
      return _("separated by commas");
    case '\t':
      return _("separated by tabs");
    case '|':
      return _("separated by bars");
    default:
      return _("in one column");
    }
}

/* Shorter than elsewhere: it stands under the word “Semester”. */
static char *
dup_term_label (DitesTerm term)
{
  if (term.winter)
    /* Translators: a semester: the years it starts and ends in. */
    return g_strdup_printf (_("Winter %d–%d"), term.year, term.year + 1);

  /* Translators: a semester: %d is a year. */
  return g_strdup_printf (_("Summer %d"), term.year);
}

static gboolean
says_semester_by_row (DitesListMapping *mapping)
{
  for (guint i = 0; i < dites_list_mapping_get_n_columns (mapping); i++)
    {
      const DitesField *field = dites_list_mapping_get_field (mapping, i);

      if (field != NULL && dites_cell_is_semester_label (field))
        return TRUE;
    }

  return FALSE;
}

/* What stands for not choosing a semester: what the list itself says of it. */
static const char *
get_unchosen_label (DitesPlan *plan)
{
  if (dites_plan_get_semester (plan) != NULL)
    return _("As the List Says");
  if (says_semester_by_row (dites_plan_get_mapping (plan)))
    return _("As Each Row Says");

  return _("Not said: no placements are written");
}

static void
show_semester (DitesPlanFacts *self)
{
  DitesPlan     *plan = dites_import_get_plan (self->import);
  DitesDocument *semester = dites_plan_get_semester (plan);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  DitesTerm term = { TRUE, 0 };
  DitesTerm found = { TRUE, 0 };
  guint     selected = 0;
  int       year, month, day;

  g_ptr_array_set_size (self->terms, 0);
  g_ptr_array_add (self->terms, NULL);
  gtk_string_list_append (labels, get_unchosen_label (plan));

  if (semester != NULL)
    dites_semester_get_term (semester, &found);
  dites_day_get_ymd (dites_day_today (), &year, &month, &day);
  term.year = year - YEARS_BACK;
  while (term.year <= year + YEARS_FORTH)
    {
      g_autofree char *label = dup_term_label (term);

      if (term.winter == found.winter && term.year == found.year)
        selected = self->terms->len;
      /* As lists say it: “H25”, “E26”. */
      g_ptr_array_add (self->terms, g_strdup_printf ("%c%02d", term.winter ? 'H' : 'E', term.year % 100));
      gtk_string_list_append (labels, label);
      term = dites_term_get_next (term);
    }

  if (semester != NULL && selected == 0)
    {
      g_autofree char *title = dites_kind_title (dites_kind_get ("semester"), semester, NULL, NULL);

      selected = self->terms->len;
      g_ptr_array_add (self->terms, g_strdup (dites_document_get_id (semester)));
      gtk_string_list_append (labels, title);
    }

  adw_combo_row_set_model (self->semester_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->semester_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->semester_row),
                          dites_list_mapping_get_kind (dites_plan_get_mapping (plan))->list_companion != NULL);
}

static void
show_kind (DitesPlanFacts *self)
{
  const DitesKind *kind = dites_list_mapping_get_kind (dites_import_get_mapping (self->import));
  guint            position = 0;

  if (g_ptr_array_find (self->kinds, kind, &position))
    adw_combo_row_set_selected (self->kind_row, position);
}

static void
show_encoding (DitesPlanFacts *self)
{
  DitesListTable  *table = dites_import_get_table (self->import);
  const char      *found = dites_list_table_get_encoding (table);
  const char      *separator = get_separator_label (dites_list_table_get_separator (table));
  guint            line = dites_list_table_get_header_line (table);
  g_autofree char *layout = NULL;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  for (gsize i = 1; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *label = dup_encoding_label (encodings[i]);

      gtk_string_list_append (labels, label);
      if (g_ascii_strcasecmp (encodings[i], found) == 0)
        selected = i;
    }
  if (selected == 0)
    {
      g_autofree char *label = dup_encoding_label (found);

      gtk_string_list_append (labels, label);
      selected = G_N_ELEMENTS (encodings);
    }

  if (line > 0)
    /* Translators: “separated by semicolons”, and a line of the file. */
    layout = g_strdup_printf (_("Cells %s, headers on line %u"), separator, line);
  else
    /* Translators: “separated by semicolons”. */
    layout = g_strdup_printf (_("Cells %s, without headers"), separator);

  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->encoding_row, selected - 1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), layout);
  gtk_widget_set_visible (GTK_WIDGET (self->repair_row),
                          dites_list_table_is_doubly_encoded (table) || dites_list_table_get_n_repaired (table) > 0);
  adw_switch_row_set_active (self->repair_row, dites_list_table_get_n_repaired (table) > 0);
}

static void
tell_changed (DitesPlanFacts *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
semester_chosen_cb (DitesPlanFacts *self)
{
  guint selected = adw_combo_row_get_selected (self->semester_row);

  if (self->showing || selected >= self->terms->len)
    return;

  dites_import_set_semester (self->import, self->terms->pdata[selected]);
  tell_changed (self);
}

static void
kind_chosen_cb (DitesPlanFacts *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->showing || selected >= self->kinds->len)
    return;

  dites_import_set_kind (self->import, self->kinds->pdata[selected]);
  tell_changed (self);
}

static void
repair_chosen_cb (DitesPlanFacts *self)
{
  if (self->showing)
    return;

  dites_import_set_repair (self->import, adw_switch_row_get_active (self->repair_row));
  tell_changed (self);
}

static void
encoding_chosen_cb (DitesPlanFacts *self)
{
  guint selected = adw_combo_row_get_selected (self->encoding_row);

  if (self->showing)
    return;

  dites_import_set_encoding (self->import, selected + 1 < G_N_ELEMENTS (encodings) ? encodings[selected + 1] : NULL);
  tell_changed (self);
}

static void
dites_plan_facts_dispose (GObject *object)
{
  DitesPlanFacts *self = DITES_PLAN_FACTS (object);

  g_clear_object (&self->import);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (dites_plan_facts_parent_class)->dispose (object);
}

static void
dites_plan_facts_class_init (DitesPlanFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dites_plan_facts_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-plan-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPlanFacts, semester_row);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanFacts, kind_row);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanFacts, repair_row);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanFacts, encoding_row);
  gtk_widget_class_bind_template_callback (widget_class, semester_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_chosen_cb);
}

/* What goes along with another kind comes in that kind’s lists, and what there is one of in none. */
static gboolean
comes_in_lists (const DitesKind        *kind,
                const DitesKind *const *kinds,
                guint                   n_kinds)
{
  for (guint i = 0; i < n_kinds; i++)
    {
      if (g_strcmp0 (kinds[i]->list_companion, kind->name) == 0)
        return FALSE;
    }

  return !kind->single;
}

static void
dites_plan_facts_init (DitesPlanFacts *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint                   n_kinds;
  const DitesKind *const *kinds = dites_kind_get_all (&n_kinds);

  self->showing = TRUE;
  self->terms = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < n_kinds; i++)
    {
      if (!comes_in_lists (kinds[i], kinds, n_kinds))
        continue;
      g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
      gtk_string_list_append (labels, dites_kind_get_plural (kinds[i]));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (labels));
  self->showing = FALSE;
}

/**
 * dites_plan_facts_show:
 * @self: the facts
 * @import: an import that has a plan
 *
 * Shows how the list of the import was read.
 */
void
dites_plan_facts_show (DitesPlanFacts *self,
                       DitesImport    *import)
{
  g_set_object (&self->import, import);

  self->showing = TRUE;
  show_semester (self);
  show_kind (self);
  show_encoding (self);
  self->showing = FALSE;
}
