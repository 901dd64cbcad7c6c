/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-filter-chip.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-fold.h"
#include "dites-row-place.h"

/* With more values than this, one searches them. */
#define MANY 9

/**
 * DitesFilterChip:
 *
 * One field that a list is narrowed on: a button that says which values are chosen,
 * and a popover to check them, with how many documents have each. It narrows the query
 * itself, and says "changed".
 */
struct _DitesFilterChip
{
  GtkWidget parent_instance;

  DitesQuery       *query;
  const DitesField *field;
  GPtrArray        *values; /* of char *: those that are chosen; the empty one for none */
  GPtrArray        *known;  /* (nullable): of DitesQueryValue */
  GCancellable     *cancellable;
  char             *words; /* (nullable): folded: only values with these are shown */

  GtkMenuButton  *button;
  GtkLabel       *label;
  GtkPopover     *popover;
  GtkSearchEntry *search_entry;
  GtkListBox     *list;
  GtkButton      *remove_button;
};

typedef enum
{
  SIGNAL_CHANGED,
} DitesFilterChipSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (DitesFilterChip, dites_filter_chip, GTK_TYPE_WIDGET)

static gboolean
is_chosen (DitesFilterChip *self,
           const char      *value)
{
  return g_ptr_array_find_with_equal_func (self->values, value, g_str_equal, NULL);
}

/* The label of a value that was read; one of the table needs no reading. */
static const char *
find_label (DitesFilterChip *self,
            const char      *value)
{
  const DitesChoice *choice = self->field->choices != NULL ? dites_field_get_choice (self->field, value) : NULL;

  if (*value == '\0')
    return _("Not Entered");
  if (choice != NULL)
    return dites_choice_get_label (choice);
  for (guint i = 0; self->known != NULL && i < self->known->len; i++)
    {
      const DitesQueryValue *known = self->known->pdata[i];

      if (strcmp (known->value, value) == 0)
        return known->label;
    }

  return NULL;
}

static void
update_label (DitesFilterChip *self)
{
  const char *name = dites_field_get_label (self->field);
  gboolean    active = self->values->len > 0;
  g_autoptr (GString) chosen = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *removing = NULL;

  for (guint i = 0; i < self->values->len; i++)
    {
      const char *label = find_label (self, self->values->pdata[i]);

      if (label != NULL)
        g_string_append_printf (chosen, "%s%s", chosen->len > 0 ? ", " : "", label);
    }

  /* Translators: what a list is narrowed to: the label of a field, and its values. */
  text = chosen->len > 0 ? g_strdup_printf (C_("filter", "%s: %s"), name, chosen->str) : g_strdup (name);
  /* Translators: %s is the label of a field that a list is narrowed on. */
  removing = g_strdup_printf (_("Remove the Filter “%s”"), name);
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), active);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button), removing);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

static void
apply (DitesFilterChip *self)
{
  dites_query_set_filter (self->query, self->field->name, dites_filter_chip_get_values (self));
  update_label (self);
}

static void
change (DitesFilterChip *self)
{
  apply (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
get_check (GtkListBoxRow *row)
{
  return gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
}

static const DitesQueryValue *
get_value (DitesFilterChip *self,
           GtkListBoxRow   *row)
{
  return self->known->pdata[gtk_list_box_row_get_index (row)];
}

static void
row_activated_cb (DitesFilterChip *self,
                  GtkListBoxRow   *row)
{
  const DitesQueryValue *value = get_value (self, row);
  gboolean               chosen = is_chosen (self, value->value);
  guint                  index;

  if (g_ptr_array_find_with_equal_func (self->values, value->value, g_str_equal, &index))
    g_ptr_array_remove_index (self->values, index);
  else
    g_ptr_array_add (self->values, g_strdup (value->value));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_check (row)), !chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, chosen ? GTK_ACCESSIBLE_TRISTATE_FALSE : GTK_ACCESSIBLE_TRISTATE_TRUE, -1);
  change (self);
}

/* The rows are boxes to be ticked: the space bar does it, as for any other. */
static gboolean
space_cb (GtkWidget *list,
          GVariant  *args,
          gpointer   user_data)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);

  return row != NULL && gtk_widget_activate (row);
}

static void
add_space_bar (DitesFilterChip *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0),
                                                          gtk_callback_action_new (space_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
add_row (DitesFilterChip       *self,
         const DitesQueryValue *value)
{
  GtkWidget       *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget       *label = gtk_label_new (value->label != NULL ? value->label : _("Not Entered"));
  g_autofree char *number = g_strdup_printf ("%'u", value->n);
  GtkWidget       *count = gtk_label_new (number);
  gboolean         chosen = is_chosen (self, value->value);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_can_target (check, FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  if (value->label == NULL)
    gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (GTK_LABEL (label)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, number, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_list_box_append (self->list, row);
}

static gboolean
filter_func (GtkListBoxRow *row,
             gpointer       user_data)
{
  DitesFilterChip       *self = user_data;
  const DitesQueryValue *value = get_value (self, row);
  g_autofree char       *folded = NULL;

  if (self->words == NULL || *self->words == '\0')
    return TRUE;

  folded = dites_fold_words (value->label != NULL ? value->label : _("Not Entered"));

  return strstr (folded, self->words) != NULL;
}

static void
got_values_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DitesFilterChip) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = dites_query_values_finish (DITES_QUERY (object), result, &error);

  if (values == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Cannot read what “%s” can be: %s", self->field->name, error->message);
      return;
    }

  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  self->known = g_steal_pointer (&values);
  for (guint i = 0; i < self->known->len; i++)
    add_row (self, self->known->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), self->known->len > MANY);
  /* The popover is there before its rows are. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    gtk_widget_child_focus (GTK_WIDGET (self->popover), GTK_DIR_TAB_FORWARD);
  update_label (self);
}

static void
read_values (DitesFilterChip *self)
{
  dites_query_values_async (self->query, self->field->name, self->cancellable, got_values_cb, g_object_ref (self));
}

static void
search_changed_cb (DitesFilterChip *self)
{
  g_clear_pointer (&self->words, g_free);
  self->words = dites_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_list_box_invalidate_filter (self->list);
}

static void
removed_cb (DitesFilterChip *self)
{
  /* The button that has the keyboard goes away. */
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  dites_filter_chip_set_values (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkSizeRequestMode
dites_filter_chip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_remove_width (DitesFilterChip *self)
{
  return dites_row_place_is_shown (GTK_WIDGET (self->remove_button)) ? dites_row_place_get_size (GTK_WIDGET (self->remove_button), GTK_ORIENTATION_HORIZONTAL) : 0;
}

/* A menu button has one height for all widths (GTK 4.18); the button in it is asked, which is as
 * high as its lines. */
static void
dites_filter_chip_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  DitesFilterChip *self = DITES_FILTER_CHIP (widget);
  GtkWidget       *button = gtk_widget_get_first_child (GTK_WIDGET (self->button));
  int              remove_width = get_remove_width (self);
  int              least;

  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &least, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least + remove_width;
      *natural += remove_width;
      return;
    }

  gtk_widget_measure (button, orientation, for_size >= 0 ? MAX (for_size - remove_width, least) : -1, minimum, natural, NULL, NULL);
  if (remove_width > 0)
    {
      int height = dites_row_place_get_size (GTK_WIDGET (self->remove_button), orientation);

      *minimum = MAX (*minimum, height);
      *natural = MAX (*natural, height);
    }
}

static void
dites_filter_chip_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  DitesFilterChip *self = DITES_FILTER_CHIP (widget);
  int              remove_width = get_remove_width (self);

  dites_row_place (widget, GTK_WIDGET (self->button), 0, 0, width - remove_width, height);
  if (remove_width > 0)
    dites_row_place (widget, GTK_WIDGET (self->remove_button), width - remove_width, 0, remove_width, height);
}

static void
dites_filter_chip_dispose (GObject *object)
{
  DitesFilterChip *self = DITES_FILTER_CHIP (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), DITES_TYPE_FILTER_CHIP);

  G_OBJECT_CLASS (dites_filter_chip_parent_class)->dispose (object);
}

static void
dites_filter_chip_finalize (GObject *object)
{
  DitesFilterChip *self = DITES_FILTER_CHIP (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->query);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_ptr_array_unref (self->values);
  g_free (self->words);

  G_OBJECT_CLASS (dites_filter_chip_parent_class)->finalize (object);
}

static void
dites_filter_chip_class_init (DitesFilterChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_filter_chip_dispose;
  object_class->finalize = dites_filter_chip_finalize;

  widget_class->get_request_mode = dites_filter_chip_get_request_mode;
  widget_class->measure = dites_filter_chip_measure;
  widget_class->size_allocate = dites_filter_chip_size_allocate;

  /**
   * DitesFilterChip::changed:
   * @self: the chip
   *
   * Somebody has chosen other values.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", DITES_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesFilterChip, button);
  gtk_widget_class_bind_template_child (widget_class, DitesFilterChip, label);
  gtk_widget_class_bind_template_child (widget_class, DitesFilterChip, popover);
  gtk_widget_class_bind_template_child (widget_class, DitesFilterChip, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DitesFilterChip, list);
  gtk_widget_class_bind_template_child (widget_class, DitesFilterChip, remove_button);
}

static void
dites_filter_chip_init (DitesFilterChip *self)
{
  self->values = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_func, self, NULL);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (read_values), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  add_space_bar (self);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dites_filter_chip_new:
 * @query: the list that it narrows
 * @field: a field that lists are narrowed on
 *
 * Returns: (transfer floating): a chip without a choice
 */
GtkWidget *
dites_filter_chip_new (DitesQuery       *query,
                       const DitesField *field)
{
  DitesFilterChip *self = g_object_new (DITES_TYPE_FILTER_CHIP, NULL);

  self->query = g_object_ref (query);
  self->field = field;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, dites_field_get_label (field), -1);
  update_label (self);

  return GTK_WIDGET (self);
}

/**
 * dites_filter_chip_get_field:
 * @self: a chip
 *
 * Returns: the field
 */
const DitesField *
dites_filter_chip_get_field (DitesFilterChip *self)
{
  return self->field;
}

/**
 * dites_filter_chip_get_values:
 * @self: a chip
 *
 * Returns: (transfer none) (nullable): what is chosen, as dites_query_set_filter() takes it
 */
const char *const *
dites_filter_chip_get_values (DitesFilterChip *self)
{
  if (self->values->len == 0)
    return NULL;

  return (const char *const *) self->values->pdata;
}

/**
 * dites_filter_chip_set_values:
 * @self: a chip
 * @values: (nullable): what to choose; %NULL for no matter
 *
 * Chooses values, and narrows the query. This does not say "changed".
 */
void
dites_filter_chip_set_values (DitesFilterChip   *self,
                              const char *const *values)
{
  g_return_if_fail (DITES_IS_FILTER_CHIP (self));

  g_ptr_array_set_size (self->values, 0);
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    g_ptr_array_add (self->values, g_strdup (values[i]));
  apply (self);
  /* What a reference is called is in the file. */
  if (self->values->len > 0 && self->known == NULL && self->field->choices == NULL)
    read_values (self);
}
