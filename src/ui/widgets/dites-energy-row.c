/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-energy-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-toggles.h"

/**
 * DitesEnergyRow:
 *
 * A class from A to G, by its letter in the colour that people know from the
 * certificate. The letter says it all; the colour helps to find it.
 */
struct _DitesEnergyRow
{
  DitesFieldRow parent_instance;

  AdwToggleGroup *classes;
  gboolean        following;
};

G_DEFINE_FINAL_TYPE (DitesEnergyRow, dites_energy_row, DITES_TYPE_FIELD_ROW)

#define NONE "none"

static void
chosen_cb (DitesEnergyRow *self)
{
  const char      *name = adw_toggle_group_get_active_name (self->classes);
  g_autofree char *json = NULL;

  if (self->following || name == NULL)
    return;

  json = strcmp (name, NONE) != 0 ? g_strdup_printf ("\"%s\"", name) : NULL;
  dites_field_row_set_value (DITES_FIELD_ROW (self), json);
}

static void
dites_energy_row_follow (DitesFieldRow   *row,
                         const DitesJson *value)
{
  DitesEnergyRow  *self = DITES_ENERGY_ROW (row);
  g_autofree char *letter = value != NULL ? dites_json_dup_string (*value) : NULL;
  gboolean         known = letter != NULL && adw_toggle_group_get_toggle_by_name (self->classes, letter) != NULL;

  self->following = TRUE;
  adw_toggle_group_set_active_name (self->classes, known ? letter : NONE);
  self->following = FALSE;
}

static void
add_toggle (DitesEnergyRow *self,
            const char     *name,
            const char     *text,
            const char     *said,
            const char     *css_class)
{
  AdwToggle *toggle = adw_toggle_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "energy-class");
  gtk_widget_add_css_class (label, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  adw_toggle_set_name (toggle, name);
  adw_toggle_set_child (toggle, label);
  adw_toggle_set_tooltip (toggle, said);
  adw_toggle_group_add (self->classes, toggle);
}

static void
dites_energy_row_constructed (GObject *object)
{
  DitesEnergyRow   *self = DITES_ENERGY_ROW (object);
  DitesFieldRow    *row = DITES_FIELD_ROW (object);
  const DitesField *field = dites_field_row_get_field (row);
  gboolean          climate = strcmp (field->name, "ges") == 0;

  self->classes = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->classes), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->classes), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->classes), "energy-classes");
  add_toggle (self, NONE, "–", C_("energy class", "None"), "energy-none");
  for (const DitesChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autofree char *lower = g_ascii_strdown (choice->id, -1);
      g_autofree char *css_class = g_strdup_printf ("%s-%s", climate ? "climate" : "energy", lower);
      /* Translators: an energy or greenhouse gas class, a letter from A to G. */
      g_autofree char *said = g_strdup_printf (_("Class %s"), choice->id);

      add_toggle (self, choice->id, choice->id, said, css_class);
    }
  dites_toggles_say_once (self->classes);
  g_signal_connect_object (self->classes, "notify::active", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  dites_field_row_add (row, GTK_WIDGET (self->classes), DITES_FIELD_ROW_BELOW);
  dites_field_row_set_control (row, GTK_WIDGET (self->classes));

  G_OBJECT_CLASS (dites_energy_row_parent_class)->constructed (object);
}

static void
dites_energy_row_class_init (DitesEnergyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = dites_energy_row_constructed;
  DITES_FIELD_ROW_CLASS (klass)->follow = dites_energy_row_follow;
}

static void
dites_energy_row_init (DitesEnergyRow *self)
{
}

/**
 * dites_energy_row_new:
 * @source: where the value is
 * @field: a field of energy classes: see dites_field_is_energy_class()
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_energy_row_new (DitesValueSource *source,
                      const DitesField *field)
{
  return g_object_new (DITES_TYPE_ENERGY_ROW, "source", source, "field", field, NULL);
}
