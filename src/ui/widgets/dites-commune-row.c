/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-commune-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-gers.h"
#include "dites-typed-value.h"

/* How many communes are proposed at a time. */
#define PROPOSED 8

/* The proposals are as wide as they want, but no wider than their field, in pixels. */
#define MIN_WIDTH 260
#define MARGINS   24

/**
 * DitesCommuneRow:
 *
 * A commune, typed by its name or its postcode. Those of the Gers are proposed
 * while one types; any other name is taken as it is. An empty postcode beside it
 * is filled in with it, where the commune has but one.
 */
struct _DitesCommuneRow
{
  DitesFieldRow parent_instance;

  DitesTypedValue *typed;
  GtkWidget       *entry; /* where it is typed */
  GtkPopover      *popover;
  GtkListBox      *list;
  GPtrArray       *proposed; /* (nullable): of DitesCommune, row by row */
  gboolean         choosing; /* the text changes, but nobody types */
};

G_DEFINE_FINAL_TYPE (DitesCommuneRow, dites_commune_row, DITES_TYPE_FIELD_ROW)

static gboolean
is_proposing (DitesCommuneRow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

static void
stop_proposing (DitesCommuneRow *self)
{
  dites_typed_value_set_held (self->typed, FALSE);
  if (self->popover != NULL)
    gtk_popover_popdown (self->popover);
}

static char *
dup_typed (DitesCommuneRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

/* Sets the commune, and with it the postcode beside it that is still missing. */
static void
set (DitesCommuneRow    *self,
     const char         *json,
     const DitesCommune *commune)
{
  DitesValueSource *source = dites_field_row_get_source (DITES_FIELD_ROW (self));
  const DitesField *field = dites_field_row_get_field (DITES_FIELD_ROW (self));
  const DitesField *postcode = DITES_IS_EDITOR (source) ? dites_kind_get_field (dites_editor_get_kind (DITES_EDITOR (source)), "postcode") : NULL;
  g_autofree char  *postcode_json = NULL;
  DitesEditorValue  values[] = { { field, json }, { postcode, NULL } };
  DitesJson         old;

  if (postcode == NULL || commune == NULL || g_strv_length ((char **) commune->postcodes) != 1 ||
      dites_value_source_get (source, postcode, &old))
    {
      dites_field_row_set_value (DITES_FIELD_ROW (self), json);
      return;
    }

  postcode_json = g_strdup_printf ("\"%s\"", commune->postcodes[0]);
  values[1].json = postcode_json;
  dites_field_row_refuse (DITES_FIELD_ROW (self), NULL);
  dites_editor_set_values (DITES_EDITOR (source), values, G_N_ELEMENTS (values), NULL);
}

static void
set_commune (DitesCommuneRow    *self,
             const DitesCommune *commune)
{
  g_autofree char *json = g_strdup_printf ("\"%s\"", commune->insee);

  set (self, json, commune);
}

static void
choose (DitesCommuneRow    *self,
        const DitesCommune *commune)
{
  stop_proposing (self);
  self->choosing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), commune->name);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->choosing = FALSE;
  set_commune (self, commune);
}

static gboolean
is_postcode (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static void
take_over_postcode (DitesCommuneRow *self,
                    const char      *text)
{
  g_autoptr (GPtrArray) communes = dites_gers_get_postcode (text);
  g_autofree char *reason = NULL;

  if (communes->len == 1)
    {
      choose (self, communes->pdata[0]);
      return;
    }

  if (communes->len == 0)
    reason = g_strdup_printf (_("“%s” is no postcode of the Gers: the name of the commune is needed"), text);
  else
    reason = g_strdup_printf (_("Several communes have the postcode %s: one of them must be chosen"), text);
  dites_typed_value_refuse (self->typed, reason);
}

static void
taken_over_cb (DitesCommuneRow *self,
               const char      *json)
{
  g_autofree char *text = dup_typed (self);
  g_autofree char *value = json != NULL ? dites_json_dup_string (dites_json_of (json, -1)) : NULL;

  if (is_postcode (text))
    take_over_postcode (self, text);
  else
    set (self, json, value != NULL ? dites_gers_get_commune (value) : NULL);
}

static void
add_proposal (DitesCommuneRow    *self,
              const DitesCommune *commune)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget       *name = gtk_label_new (commune->name);
  g_autofree char *codes = g_strjoinv (", ", (char **) commune->postcodes);
  GtkWidget       *postcode = gtk_label_new (codes);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (postcode, "dimmed");
  gtk_widget_add_css_class (postcode, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), postcode);
  gtk_list_box_append (self->list, box);
}

static void
announce (DitesCommuneRow *self)
{
  GtkListBoxRow      *row = gtk_list_box_get_selected_row (self->list);
  const DitesCommune *commune = row != NULL ? self->proposed->pdata[gtk_list_box_row_get_index (row)] : NULL;

  if (commune != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), commune->name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
propose (DitesCommuneRow *self)
{
  g_autofree char    *text = dup_typed (self);
  DitesJson           value;
  g_autofree char    *stored = dites_field_row_get_value (DITES_FIELD_ROW (self), &value) ? dites_json_dup_string (value) : NULL;
  const DitesCommune *commune = stored != NULL ? dites_gers_get_commune (stored) : NULL;
  const char         *shown = commune != NULL ? commune->name : stored;

  if (self->choosing)
    return;

  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  gtk_list_box_remove_all (self->list);
  if (*text == '\0' || g_strcmp0 (text, shown) == 0 || !dites_field_row_has_focus (DITES_FIELD_ROW (self)))
    {
      stop_proposing (self);
      return;
    }

  self->proposed = dites_gers_search_communes (text, PROPOSED);
  for (guint i = 0; i < self->proposed->len; i++)
    add_proposal (self, self->proposed->pdata[i]);
  if (self->proposed->len == 0)
    {
      stop_proposing (self);
      return;
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  adw_clamp_set_maximum_size (ADW_CLAMP (gtk_popover_get_child (self->popover)), MAX (gtk_widget_get_width (self->entry) - MARGINS, MIN_WIDTH));
  gtk_popover_popup (self->popover);
  /* Who pauses over the proposals has not chosen yet. */
  dites_typed_value_set_held (self->typed, TRUE);
  announce (self);
}

static void
move (DitesCommuneRow *self,
      int              step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;

  row = gtk_list_box_get_row_at_index (self->list, CLAMP (index, 0, (int) self->proposed->len - 1));
  gtk_list_box_select_row (self->list, row);
  announce (self);
}

static gboolean
pressed_cb (DitesCommuneRow *self,
            guint            key)
{
  GtkListBoxRow *row;

  if (!is_proposing (self))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      stop_proposing (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      row = gtk_list_box_get_selected_row (self->list);
      if (row == NULL)
        return GDK_EVENT_PROPAGATE;
      choose (self, self->proposed->pdata[gtk_list_box_row_get_index (row)]);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
row_activated_cb (DitesCommuneRow *self,
                  GtkListBoxRow   *row)
{
  choose (self, self->proposed->pdata[gtk_list_box_row_get_index (row)]);
}

static void
refusal_cb (DitesCommuneRow *self)
{
  dites_field_row_refuse (DITES_FIELD_ROW (self), dites_typed_value_get_refusal (self->typed));
}

static void
dites_commune_row_follow (DitesFieldRow   *row,
                          const DitesJson *value)
{
  dites_typed_value_follow (DITES_COMMUNE_ROW (row)->typed, value);
}

static void
dites_commune_row_take_over (DitesFieldRow *row)
{
  DitesCommuneRow *self = DITES_COMMUNE_ROW (row);

  stop_proposing (self);
  dites_typed_value_take_over (self->typed);
}

static void
make_popover (DitesCommuneRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_add_css_class (list, "proposals");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Communes"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  /* What is typed goes on into the entry. */
  self->popover = GTK_POPOVER (popover);
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (self->popover, adw_clamp_new ());
  adw_clamp_set_unit (ADW_CLAMP (gtk_popover_get_child (self->popover)), ADW_LENGTH_UNIT_PX);
  adw_clamp_set_child (ADW_CLAMP (gtk_popover_get_child (self->popover)), list);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_size_request (popover, MIN_WIDTH, -1);
  gtk_widget_set_can_focus (popover, FALSE);
  gtk_widget_add_css_class (popover, "menu");
  gtk_widget_set_parent (popover, self->entry);
}

static void
dites_commune_row_constructed (GObject *object)
{
  DitesCommuneRow    *self = DITES_COMMUNE_ROW (object);
  DitesFieldRow      *row = DITES_FIELD_ROW (object);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->typed = dites_typed_value_new_for_entry (dites_field_row_get_field (row));
  self->entry = dites_typed_value_get_widget (self->typed);
  make_popover (self);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  /* On the row, so that it comes before what the entry does with Escape. */
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (propose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typed, "taken-over", G_CALLBACK (taken_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typed, "notify::refusal", G_CALLBACK (refusal_cb), self, G_CONNECT_SWAPPED);
  dites_field_row_add (row, self->entry, DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, self->entry);

  G_OBJECT_CLASS (dites_commune_row_parent_class)->constructed (object);
}

static void
dites_commune_row_dispose (GObject *object)
{
  DitesCommuneRow *self = DITES_COMMUNE_ROW (object);

  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->proposed, g_ptr_array_unref);

  G_OBJECT_CLASS (dites_commune_row_parent_class)->dispose (object);
}

static void
dites_commune_row_finalize (GObject *object)
{
  g_clear_object (&DITES_COMMUNE_ROW (object)->typed);

  G_OBJECT_CLASS (dites_commune_row_parent_class)->finalize (object);
}

static void
dites_commune_row_class_init (DitesCommuneRowClass *klass)
{
  GObjectClass       *object_class = G_OBJECT_CLASS (klass);
  DitesFieldRowClass *row_class = DITES_FIELD_ROW_CLASS (klass);

  object_class->constructed = dites_commune_row_constructed;
  object_class->dispose = dites_commune_row_dispose;
  object_class->finalize = dites_commune_row_finalize;
  row_class->follow = dites_commune_row_follow;
  row_class->take_over = dites_commune_row_take_over;
}

static void
dites_commune_row_init (DitesCommuneRow *self)
{
}

/**
 * dites_commune_row_new:
 * @source: where the value is
 * @field: a COMMUNE field
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_commune_row_new (DitesValueSource *source,
                       const DitesField *field)
{
  return g_object_new (DITES_TYPE_COMMUNE_ROW, "source", source, "field", field, NULL);
}
