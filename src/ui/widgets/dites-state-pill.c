/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-state-pill.h"

/**
 * DitesStatePill:
 *
 * The state of a document as a word, with a colour that repeats what the word says
 * and never says it alone. It hides itself where there is no state. The longest word
 * is cut where there is no place for it.
 */
struct _DitesStatePill
{
  DitesRowText parent_instance;

  const char *look; /* (nullable): its colour */
};

G_DEFINE_FINAL_TYPE (DitesStatePill, dites_state_pill, DITES_TYPE_ROW_TEXT)

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
dites_state_pill_class_init (DitesStatePillClass *klass)
{
  DITES_ROW_TEXT_CLASS (klass)->min_chars = 3;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "state-pill");
}

static void
dites_state_pill_init (DitesStatePill *self)
{
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
  dites_row_text_set_text (DITES_ROW_TEXT (self), dites_choice_get_label (choice));
  if (self->look == look)
    return;

  if (self->look != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->look);
  if (look != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), look);
  self->look = look;
}
