/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-flag-row.h"

#include <glib/gi18n.h>

#include "dites-toggles.h"

/**
 * DitesFlagRow:
 *
 * Yes, no, or not known: a switch would take what nobody asked yet for a no.
 */
struct _DitesFlagRow
{
  DitesFieldRow parent_instance;

  AdwToggleGroup *toggles;
  gboolean        showing; /* the toggles change, but nobody chooses */
};

G_DEFINE_FINAL_TYPE (DitesFlagRow, dites_flag_row, DITES_TYPE_FIELD_ROW)

/* What each toggle says, as JSON; the first says nothing. */
static const char *const values[] = { NULL, "true", "false" };

static void
active_cb (DitesFlagRow *self)
{
  guint active = adw_toggle_group_get_active (self->toggles);

  if (!self->showing && active < G_N_ELEMENTS (values))
    dites_field_row_set_value (DITES_FIELD_ROW (self), values[active]);
}

static void
dites_flag_row_follow (DitesFieldRow   *row,
                       const DitesJson *value)
{
  DitesFlagRow *self = DITES_FLAG_ROW (row);
  guint         active = 0;

  for (guint i = 1; value != NULL && i < G_N_ELEMENTS (values); i++)
    if (dites_json_equal (*value, dites_json_of (values[i], -1)))
      active = i;
  self->showing = TRUE;
  adw_toggle_group_set_active (self->toggles, active);
  self->showing = FALSE;
}

static void
dites_flag_row_constructed (GObject *object)
{
  DitesFlagRow     *self = DITES_FLAG_ROW (object);
  DitesFieldRow    *row = DITES_FIELD_ROW (object);
  GtkWidget        *toggles = adw_toggle_group_new ();
  const char *const labels[] = { C_("flag", "Unknown"), C_("flag", "Yes"), C_("flag", "No") };

  self->toggles = ADW_TOGGLE_GROUP (toggles);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, labels[i]);
      /* Where there is no room for all of it. */
      adw_toggle_set_tooltip (toggle, labels[i]);
      adw_toggle_group_add (self->toggles, toggle);
    }
  dites_toggles_say_once (self->toggles);
  g_signal_connect_object (toggles, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  dites_field_row_add (row, toggles, DITES_FIELD_ROW_TITLE);
  dites_field_row_set_control (row, toggles);

  G_OBJECT_CLASS (dites_flag_row_parent_class)->constructed (object);
}

static void
dites_flag_row_class_init (DitesFlagRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = dites_flag_row_constructed;
  DITES_FIELD_ROW_CLASS (klass)->follow = dites_flag_row_follow;
}

static void
dites_flag_row_init (DitesFlagRow *self)
{
}

/**
 * dites_flag_row_new:
 * @source: where the value is
 * @field: a field of yes or no
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
dites_flag_row_new (DitesValueSource *source,
                    const DitesField *field)
{
  return g_object_new (DITES_TYPE_FLAG_ROW, "source", source, "field", field, NULL);
}
