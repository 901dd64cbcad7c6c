/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-state-pill.h"

/**
 * DitesStatePill:
 *
 * The state of a document as a word, with a colour that repeats what the word says
 * and never says it alone. It hides itself where there is no state.
 */
struct _DitesStatePill
{
  GtkWidget parent_instance;

  GtkLabel   *label;
  const char *look; /* (nullable): its colour */
};

G_DEFINE_FINAL_TYPE (DitesStatePill, dites_state_pill, GTK_TYPE_WIDGET)

/* What the states of the kinds have in common; any other is neutral. */
static const struct
{
  const char *class_name;
  const char *states[10];
} looks[] = {
  { "good", { "confirmed", "published", "occupied", "settled", "open" } },
  { "waiting", { "draft", "to_check", "planned", "proposed", "visited", "reserved", "announced" } },
  { "bad", { "refused", "cancelled", "interrupted" } },
};

static const char *
get_look (const char *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strv_contains (looks[i].states, state))
      return looks[i].class_name;

  return NULL;
}

static void
dites_state_pill_dispose (GObject *object)
{
  DitesStatePill *self = DITES_STATE_PILL (object);

  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;

  G_OBJECT_CLASS (dites_state_pill_parent_class)->dispose (object);
}

static void
dites_state_pill_class_init (DitesStatePillClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_state_pill_dispose;

  gtk_widget_class_set_css_name (widget_class, "state-pill");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dites_state_pill_init (DitesStatePill *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 18);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * dites_state_pill_new:
 *
 * Returns: (transfer floating): a pill without a state
 */
GtkWidget *
dites_state_pill_new (void)
{
  return g_object_new (DITES_TYPE_STATE_PILL, NULL);
}

/**
 * dites_state_pill_set_document:
 * @self: a pill
 * @document: (nullable): a document
 *
 * Shows the state of a document, if its kind has one and it is set.
 */
void
dites_state_pill_set_document (DitesStatePill *self,
                               DitesDocument  *document)
{
  const DitesKind   *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;
  g_autofree char   *state = NULL;
  const DitesChoice *choice = NULL;
  const char        *look;

  g_return_if_fail (DITES_IS_STATE_PILL (self));

  if (kind != NULL && kind->state_field != NULL)
    {
      state = dites_document_dup_string (document, kind->state_field);
      if (state != NULL)
        choice = dites_field_get_choice (dites_kind_get_field (kind, kind->state_field), state);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), choice != NULL);
  if (choice == NULL)
    return;

  look = get_look (state);
  gtk_label_set_label (self->label, dites_choice_get_label (choice));
  if (self->look == look)
    return;

  if (self->look != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->look);
  if (look != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), look);
  self->look = look;
}
