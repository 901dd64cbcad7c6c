/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-drop-down-name.h"

#include <glib/gi18n.h>

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             const char  *label)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget       *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  g_autofree char *name = NULL;

  if (button == NULL)
    return;

  /* Translators: the label of a field, and what was chosen. */
  name = selected != NULL ? g_strdup_printf (C_("choice", "%s: %s"), label, gtk_string_object_get_string (selected)) : g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* GTK 4.18 has them called by what is in them, which would go before. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
free_label (gpointer  label,
            GClosure *closure)
{
  g_free (label);
}

/**
 * dites_drop_down_name:
 * @drop_down: a drop-down with a #GtkStringList; it gets its name once
 * @label: what it is about
 *
 * Has a screen reader say what is chosen about, and what was chosen: the focus goes to a
 * button in the drop-down, which would be called only what was chosen.
 */
void
dites_drop_down_name (GtkDropDown *drop_down,
                      const char  *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), g_strdup (label), free_label, 0);
  selected_cb (drop_down, NULL, label);
}
