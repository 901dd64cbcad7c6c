/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-mapping.h"

#include <glib/gi18n.h>

#include "dites-column-choice.h"
#include "dites-decoration.h"

/**
 * DitesPlanMapping:
 *
 * What each column of a list became, with a few of its values, to be changed.
 * “changed” asks for a new plan of the import.
 */
struct _DitesPlanMapping
{
  AdwPreferencesGroup parent_instance;

  DitesImport        *import;  /* (nullable) */
  const DitesKind    *kind;    /* (nullable): of the choices */
  GListModel         *choices; /* (nullable) */
  GtkListItemFactory *section_factory;
  GtkExpression      *label;
  GPtrArray          *rows;    /* of AdwActionRow, one for each column; NULL: not shown */
  gboolean            showing; /* what changes is not changed by a person */
  gboolean            all;     /* whether a long list of columns is shown to its end */

  GtkListBox *list_box;
  GtkButton  *reset_button;
};

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
} DitesPlanMappingSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DitesPlanMapping, dites_plan_mapping, ADW_TYPE_PREFERENCES_GROUP)

/* Columns that are shown at once; few lists have half as many. */
#define MAX_COLUMNS 60

#define N_SAMPLES 3

/* Rows that are looked at for values, and how long a line of these may be: the header of
 * the column stands beside it. */
#define MAX_ROWS   200
#define MAX_SAMPLE 24
#define MAX_TITLE  80

static gboolean
has_sample (GPtrArray  *samples,
            const char *value)
{
  for (guint i = 0; i < samples->len; i++)
    {
      if (strcmp (samples->pdata[i], value) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
shorten (const char *value,
         glong       length)
{
  g_autofree char *line = g_strdup (value);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) <= length)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, length);

  return g_strconcat (start, "…", NULL);
}

/* Several short values stand on one line. */
static char *
join_samples (GPtrArray *samples)
{
  GString *text = g_string_new (NULL);
  glong    length = 0;

  for (guint i = 0; i < samples->len; i++)
    {
      glong added = g_utf8_strlen (samples->pdata[i], -1);

      if (i > 0)
        g_string_append (text, length + added > MAX_SAMPLE ? "\n" : " · ");
      length = length + added > MAX_SAMPLE ? added : length + added;
      g_string_append (text, samples->pdata[i]);
    }

  return g_string_free_and_steal (text);
}

static char *
dup_samples (DitesListTable *table,
             guint           column)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);
  guint n_rows = MIN (dites_list_table_get_n_rows (table), MAX_ROWS);

  for (guint row = 0; row < n_rows && samples->len < N_SAMPLES; row++)
    {
      g_autofree char *value = shorten (dites_list_table_get_cell (table, row, column), MAX_SAMPLE);

      if (*value != '\0' && !has_sample (samples, value))
        g_ptr_array_add (samples, g_steal_pointer (&value));
    }

  return samples->len > 0 ? join_samples (samples) : g_strdup (_("Empty"));
}

static void
chosen_cb (DitesPlanMapping *self,
           GParamSpec       *pspec,
           AdwComboRow      *row)
{
  DitesColumnChoice *choice = adw_combo_row_get_selected_item (row);
  g_autoptr (DitesListMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  guint column;

  if (self->showing || choice == NULL || !g_ptr_array_find (self->rows, row, &column))
    return;

  mapping = dites_list_mapping_copy (dites_import_get_mapping (self->import));
  if (!dites_column_choice_apply (choice, mapping, column, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }

  dites_import_set_mapping (self->import, mapping);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
reset_cb (DitesPlanMapping *self)
{
  dites_import_reset_mapping (self->import);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
section_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListHeader            *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
section_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       dites_column_choice_get_section (gtk_list_header_get_item (header)));
}

static GtkWidget *
new_sensitive_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Never read: such data is not kept"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), dites_decoration_new ("changes-prevent-symbolic"));

  return row;
}

/* What the column became stands under its header, where there is room for the longest label. */
static GtkWidget *
new_choice_row (DitesPlanMapping *self,
                const char       *samples)
{
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *label = gtk_label_new (samples);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, samples);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  /* The arrow of the row stays at its end. */
  gtk_widget_insert_after (label, gtk_widget_get_parent (label), NULL);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), self->label);
  adw_combo_row_set_header_factory (ADW_COMBO_ROW (row), self->section_factory);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_row (DitesPlanMapping *self,
         DitesListMapping *mapping,
         guint             column)
{
  DitesListTable  *table = dites_import_get_table (self->import);
  gboolean         sensitive = dites_list_mapping_get_use (mapping, column) == DITES_COLUMN_SENSITIVE;
  const char      *header = dites_list_mapping_get_header (mapping, column);
  g_autofree char *samples = NULL;
  g_autofree char *title = NULL;
  GtkWidget       *row;

  samples = sensitive ? NULL : dup_samples (table, column);
  row = sensitive ? new_sensitive_row () : new_choice_row (self, samples);
  title = header != NULL && *header != '\0' ? shorten (header, MAX_TITLE)
                                            : g_strdup_printf (_("Column %u, Without a Header"), column + 1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  self->rows->pdata[column] = row;
  gtk_list_box_append (self->list_box, row);
}

static void
show_all_cb (DitesPlanMapping *self)
{
  self->all = TRUE;
  dites_plan_mapping_show (self, self->import);
  gtk_widget_child_focus (GTK_WIDGET (self->list_box), GTK_DIR_TAB_FORWARD);
}

static void
add_more_row (DitesPlanMapping *self,
              guint             n_more)
{
  GtkWidget       *row = adw_button_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("Show %'u More Column", "Show %'u More Columns", n_more), n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "activated", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
}

static void
build_rows (DitesPlanMapping *self,
            DitesListMapping *mapping)
{
  guint n_columns = dites_list_mapping_get_n_columns (mapping);
  guint n_shown = 0, n_more = 0;

  gtk_list_box_remove_all (self->list_box);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->rows, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      if (dites_list_mapping_get_use (mapping, i) == DITES_COLUMN_EMPTY)
        continue;
      if (n_shown++ < MAX_COLUMNS || self->all)
        add_row (self, mapping, i);
      else
        n_more++;
    }
  if (n_more > 0)
    add_more_row (self, n_more);
}

static void
show_choices (DitesPlanMapping *self,
              DitesListMapping *mapping)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (row == NULL || !ADW_IS_COMBO_ROW (row))
        continue;
      if (adw_combo_row_get_model (ADW_COMBO_ROW (row)) != self->choices)
        adw_combo_row_set_model (ADW_COMBO_ROW (row), self->choices);
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), dites_column_choices_find (self->choices, mapping, i));
    }
}

static gboolean
is_decided (DitesListMapping *mapping)
{
  for (guint i = 0; i < dites_list_mapping_get_n_columns (mapping); i++)
    {
      if (dites_list_mapping_is_decided (mapping, i))
        return TRUE;
    }

  return FALSE;
}

/* Rows are kept where the same columns come again, so that the keyboard stays where it is. */
static gboolean
fits (DitesPlanMapping *self,
      DitesImport      *import,
      DitesListMapping *mapping)
{
  if (self->import != import || self->rows->len != dites_list_mapping_get_n_columns (mapping))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (row != NULL &&
          ADW_IS_COMBO_ROW (row) == (dites_list_mapping_get_use (mapping, i) == DITES_COLUMN_SENSITIVE))
        return FALSE;
    }

  return !self->all || !ADW_IS_BUTTON_ROW (gtk_widget_get_last_child (GTK_WIDGET (self->list_box)));
}

static void
dites_plan_mapping_dispose (GObject *object)
{
  DitesPlanMapping *self = DITES_PLAN_MAPPING (object);

  g_clear_object (&self->import);
  g_clear_object (&self->choices);
  g_clear_object (&self->section_factory);
  g_clear_pointer (&self->label, gtk_expression_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (dites_plan_mapping_parent_class)->dispose (object);
}

static void
dites_plan_mapping_class_init (DitesPlanMappingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dites_plan_mapping_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-plan-mapping.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesPlanMapping, list_box);
  gtk_widget_class_bind_template_child (widget_class, DitesPlanMapping, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
dites_plan_mapping_init (DitesPlanMapping *self)
{
  self->rows = g_ptr_array_new ();
  self->label = gtk_property_expression_new (DITES_TYPE_COLUMN_CHOICE, NULL, "label");
  self->section_factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (self->section_factory, "setup", G_CALLBACK (section_setup_cb), NULL);
  g_signal_connect (self->section_factory, "bind", G_CALLBACK (section_bind_cb), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dites_plan_mapping_show:
 * @self: the mapping
 * @import: an import that has a plan
 *
 * Shows what the columns of the import became.
 */
void
dites_plan_mapping_show (DitesPlanMapping *self,
                         DitesImport      *import)
{
  DitesListMapping *mapping = dites_import_get_mapping (import);
  const DitesKind  *kind = dites_list_mapping_get_kind (mapping);
  gboolean          kept = fits (self, import, mapping);

  self->showing = TRUE;
  if (self->import != import)
    self->all = FALSE;
  g_set_object (&self->import, import);
  if (self->kind != kind)
    {
      g_clear_object (&self->choices);
      self->choices = dites_column_choices_new (kind);
      self->kind = kind;
    }
  if (!kept)
    build_rows (self, mapping);
  show_choices (self, mapping);
  gtk_widget_set_visible (GTK_WIDGET (self->reset_button), is_decided (mapping));
  self->showing = FALSE;
}
